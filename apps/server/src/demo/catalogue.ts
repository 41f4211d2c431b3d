import type { CoverFamily } from './covers/cover.ts'
import { ifFirstSnowComes, seaOfSilence } from './pieces/galaxy-stop.ts'
import { lastTramWaltz, papayaPostcards } from './pieces/ines-calloway.ts'
import { dawnTrain, rainyWindow } from './pieces/moonlit-post.ts'
import { choraleForSnow, musicBoxForMira } from './pieces/northlight.ts'
import { coldStart, neonCauseway } from './pieces/null-meridian.ts'
import { marketRoad, mountainShadow } from './pieces/pine-wind.ts'
import { cloudHopper, savePoint } from './pieces/pixel-sparrow.ts'
import { elasticSunday, liquidMorning } from './pieces/tangerine-hours.ts'
import type { Piece } from './score/piece.ts'

export interface DemoAlbum {
  artist: string
  title: string
  genre: string
  year: number
  cover: CoverFamily
  tracks: { title: string; piece: Piece }[]
}

/** The invented artists of the demo library, their albums and what is on them. */
export const albums: DemoAlbum[] = [
  {
    artist: '달빛우체국',
    title: '막차 시간표',
    genre: 'Lo-Fi',
    year: 2023,
    cover: 'window',
    tracks: [
      { title: '새벽 기차', piece: dawnTrain },
      { title: '비 오는 창가', piece: rainyWindow },
    ],
  },
  {
    artist: 'Ines Calloway',
    title: 'Paper Lanterns at Noon',
    genre: 'Jazz',
    year: 2019,
    cover: 'lantern',
    tracks: [
      { title: 'Papaya Postcards', piece: papayaPostcards },
      { title: 'The Last Tram Waltz', piece: lastTramWaltz },
    ],
  },
  {
    artist: 'Null Meridian',
    title: 'Night Ferry',
    genre: 'Synthwave',
    year: 2021,
    cover: 'horizon',
    tracks: [{ title: 'Neon Causeway', piece: neonCauseway }],
  },
  {
    artist: 'Null Meridian',
    title: 'Cold Start',
    genre: 'Techno',
    year: 2024,
    cover: 'horizon',
    tracks: [{ title: 'Cold Start', piece: coldStart }],
  },
  {
    artist: '솔바람',
    title: '산 그림자',
    genre: '국악',
    year: 2016,
    cover: 'ink',
    tracks: [
      { title: '산 그림자', piece: mountainShadow },
      { title: '장터 가는 길', piece: marketRoad },
    ],
  },
  {
    artist: 'Pixel Sparrow',
    title: 'Level Garden',
    genre: 'Chiptune',
    year: 2014,
    cover: 'pixel',
    tracks: [
      { title: 'Cloud Hopper', piece: cloudHopper },
      { title: 'Save Point', piece: savePoint },
    ],
  },
  {
    artist: 'Northlight Ensemble',
    title: 'Winter Chorales',
    genre: 'Classical',
    year: 2009,
    cover: 'aurora',
    tracks: [{ title: 'Chorale for Snow', piece: choraleForSnow }],
  },
  {
    artist: 'Northlight Ensemble',
    title: 'Small Mechanisms',
    genre: 'Classical',
    year: 2017,
    cover: 'aurora',
    tracks: [{ title: 'Music Box for Mira', piece: musicBoxForMira }],
  },
  {
    artist: 'The Tangerine Hours',
    title: 'Elastic Sunday',
    genre: 'Funk',
    year: 2022,
    cover: 'stripes',
    tracks: [{ title: 'Elastic Sunday', piece: elasticSunday }],
  },
  {
    artist: 'The Tangerine Hours',
    title: 'Liquid Morning',
    genre: 'Drum & Bass',
    year: 2024,
    cover: 'stripes',
    tracks: [{ title: 'Liquid Morning', piece: liquidMorning }],
  },
  {
    artist: '은하수 정류장',
    title: '첫눈이 오면',
    genre: 'Ballad',
    year: 2020,
    cover: 'starfield',
    tracks: [{ title: '첫눈이 오면', piece: ifFirstSnowComes }],
  },
  {
    artist: '은하수 정류장',
    title: '고요의 바다',
    genre: 'Ambient',
    year: 2025,
    cover: 'starfield',
    tracks: [{ title: '고요의 바다', piece: seaOfSilence }],
  },
]
