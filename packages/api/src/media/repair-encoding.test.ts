import { describe, expect, it } from 'vitest'
import { repairEncoding } from './repair-encoding.ts'

/** Bytes of a local encoding, read as Latin-1, as parsers of ID3 must. */
function misread(hex: string): string {
  return Buffer.from(hex, 'hex').toString('latin1')
}

describe('repairEncoding', () => {
  it.each([
    ['Korean in CP949', ['beC6b8aeb6fb', 'b3aabfeeb1d4'], ['아리랑', '나운규']],
    ['Korean beside English', ['b3aabfeeb1d420284c69766529'], ['나운규 (Live)']],
    [
      'Japanese in Shift-JIS',
      ['82b382ad82e782b382ad82e7', '93fa967b8cc39777'],
      ['さくらさくら', '日本古謡'],
    ],
    ['Chinese in GBK', ['dcd4c0f2bba8', 'bdadcbd5c3f1b8e8'], ['茉莉花', '江苏民歌']],
    ['Russian in CP1251', ['caE0ebe8edeae0', 'cbe0f0e8eeedeee2'], ['Калинка', 'Ларионов']],
    ['typographic quotes of Windows', ['446f6e9274', '934c69766594'], ['Don’t', '“Live”']],
    ['UTF-8', ['ec9584eba6aceb9e91', 'c39c62657267c3a46e6765'], ['아리랑', 'Übergänge']],
  ])('repairs %s', (_, hex, texts) => {
    expect(repairEncoding(hex.map(misread))).toEqual(texts)
  })

  it('drops the half of a character at the end of a field of fixed length', () => {
    const cut = Buffer.from('가나다라마바사아자차카타', 'utf8').subarray(0, 29).toString('latin1')
    expect(repairEncoding([cut])).toEqual(['가나다라마바사아자'])
  })

  it.each([
    'Björk Müller – Größenwahn',
    'Die Äöü-Straße',
    'Voilà à la façon de Garçon',
    'CANÇÃO DO CORAÇÃO',
    'Þórður og Æðey',
    'Sigur Rós: Ágætis byrjun',
    'Café',
    'Beyoncé',
    'Motörhead',
    'Señor Ñandú ¿Qué? ¡Olé!',
    'Ænima',
    '½ Century',
    'Øåæ',
    '°C',
  ])('leaves %j as it is', (text) => {
    expect(repairEncoding([text])).toEqual([text])
  })

  it('leaves what was read rightly beside what was not', () => {
    expect(repairEncoding(['조선', misread('bec6b8aeb6fb'), 'x', ''])).toEqual([
      '조선',
      '아리랑',
      'x',
      '',
    ])
  })
})
