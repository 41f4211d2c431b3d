let context
let element
let count = 0

document.querySelector('button').addEventListener('click', () => {
  count += 1
  if (!context) {
    context = new AudioContext({ latencyHint: 'balanced' })
    element = new Audio()
    context.createMediaElementSource(element).connect(context.destination)
  }
  element.src = `/tone.wav?${count}`
  void element.play()
})
