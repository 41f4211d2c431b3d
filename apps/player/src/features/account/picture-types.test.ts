import { imageTypes } from '@segue/api/schemas'
import { expect, test } from 'vitest'
import { pictureTypes } from './picture-types.ts'

test('offers the types of pictures that the server takes', () => {
  expect(pictureTypes).toEqual([...imageTypes])
})
