import type { DrumSound } from '../synth/drum.ts'

/** Every drum of every kit, by the name the scores use. */
export const drums = {
  dustyKick: {
    tone: { level: 0.95, from: 150, to: 52, fall: 0.09, decay: 0.34 },
    noise: { level: 0.25, low: 60, high: 900, decay: 0.03 },
  },
  dustySnare: {
    tone: { level: 0.35, from: 230, to: 180, fall: 0.05, decay: 0.14 },
    noise: { level: 0.85, low: 500, high: 5200, decay: 0.2 },
  },
  dustyHat: { noise: { level: 0.55, low: 4500, high: 9000, decay: 0.14 } },
  dustyOpenHat: { noise: { level: 0.45, low: 4500, high: 9000, decay: 0.5 } },
  roomKick: {
    tone: { level: 0.95, from: 190, to: 58, fall: 0.06, decay: 0.28 },
    noise: { level: 0.4, low: 300, high: 3500, decay: 0.02 },
  },
  roomSnare: {
    tone: { level: 0.45, from: 260, to: 195, fall: 0.06, decay: 0.16 },
    noise: { level: 0.9, low: 900, high: 11_000, decay: 0.24 },
  },
  ghostSnare: {
    tone: { level: 0.3, from: 240, to: 200, fall: 0.04, decay: 0.09 },
    noise: { level: 0.45, low: 900, high: 8000, decay: 0.1 },
  },
  hat: {
    noise: { level: 0.35, low: 7000, high: 15_000, decay: 0.15 },
    metal: { level: 0.5, pitch: 540, low: 7000, decay: 0.14 },
  },
  openHat: {
    noise: { level: 0.35, low: 6500, high: 15_000, decay: 0.55 },
    metal: { level: 0.5, pitch: 540, low: 6500, decay: 0.55 },
  },
  ride: {
    noise: { level: 0.12, low: 5000, high: 14_000, decay: 0.9 },
    metal: { level: 0.55, pitch: 620, low: 5200, decay: 1.4 },
  },
  brush: { noise: { level: 0.5, low: 1800, high: 8000, attack: 0.03, decay: 0.4 } },
  rim: {
    tone: { level: 0.6, from: 1750, to: 1700, fall: 0.01, decay: 0.07 },
    noise: { level: 0.5, low: 1500, high: 7000, decay: 0.025 },
  },
  shaker: { noise: { level: 0.5, low: 5500, high: 12_000, attack: 0.018, decay: 0.17 } },
  deepKick: { tone: { level: 1, from: 320, to: 48, fall: 0.06, decay: 0.42 } },
  bigSnare: {
    tone: { level: 0.5, from: 280, to: 185, fall: 0.08, decay: 0.2 },
    noise: { level: 0.95, low: 600, high: 9000, decay: 0.42 },
  },
  clap: {
    noise: { level: 1, low: 900, high: 5500, decay: 0.22 },
    claps: { count: 3, apart: 0.011 },
  },
  tom: { tone: { level: 0.9, from: 220, to: 110, fall: 0.12, decay: 0.4 } },
  chipKick: { tone: { level: 0.9, from: 420, to: 60, fall: 0.07, decay: 0.16 } },
  chipSnare: { noise: { level: 0.85, low: 700, high: 14_000, decay: 0.14 } },
  chipHat: { noise: { level: 0.45, low: 6000, high: 15_000, decay: 0.08 } },
  // The janggu, an hourglass drum: gung is its low side, deok its high side struck by a stick.
  gung: {
    tone: { level: 0.9, from: 128, to: 92, fall: 0.1, decay: 0.6 },
    noise: { level: 0.2, low: 80, high: 700, decay: 0.06 },
  },
  deok: {
    tone: { level: 0.4, from: 480, to: 400, fall: 0.05, decay: 0.11 },
    noise: { level: 0.6, low: 1200, high: 7500, decay: 0.07 },
  },
  gideok: { noise: { level: 0.5, low: 1500, high: 7500, decay: 0.045 } },
} satisfies Record<string, DrumSound>

export type DrumName = keyof typeof drums
