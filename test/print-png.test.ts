import { createCanvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { printToPng } from '../src/draw/print-png.ts'

const [WIDTH, HEIGHT] = [60, 40]

/** What is drawn on white, its picture, and the same picture read again: four bytes a pixel. */
async function drawn(draw: (context: SKRSContext2D) => void) {
  const canvas = createCanvas(WIDTH, HEIGHT)
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, WIDTH, HEIGHT)
  draw(context)
  const before = Uint8Array.from(canvas.data())
  const png = printToPng({ data: before, width: WIDTH, height: HEIGHT })
  if (!png) return { before, after: null }
  const again = createCanvas(WIDTH, HEIGHT)
  again.getContext('2d').drawImage(await loadImage(Buffer.from(png)), 0, 0)
  return { before, after: Uint8Array.from(again.data()) }
}

const furthest = (a: Uint8Array, b: Uint8Array): number => a.reduce((most, byte, at) => Math.max(most, Math.abs(byte - (b[at] ?? 0))), 0)
const fill = (context: SKRSContext2D, colour: string, x: number, y: number, width: number, height: number): void => {
  context.fillStyle = colour
  context.fillRect(x, y, width, height)
}

test('inks, fills and a faint tint keep their colours', async () => {
  const { before, after } = await drawn((context) => {
    fill(context, '#000000', 0, 0, 7, 3)
    fill(context, '#c01040', 10, 5, 20, 10)
    fill(context, '#fdfdfd', 30, 20, 30, 20)
    fill(context, '#1060c0', 59, 39, 1, 1)
  })
  expect(after).toEqual(before)
})

test('edges keep theirs so far that no eye sees a difference', async () => {
  const { before, after } = await drawn((context) => {
    context.fillStyle = '#102030'
    context.beginPath()
    context.arc(30, 20, 15.3, 0, 7)
    context.fill()
    fill(context, '#808080', 3.3, 2.7, 10.5, 1.2)
  })
  expect(after && furthest(after, before)).toBeLessThan(4)
})

test('a page of one picture after another has each its own colours', async () => {
  for (const colour of ['#ff0000', '#fe0102', '#00ff00']) {
    const { before, after } = await drawn((context) => fill(context, colour, 5, 5, 30, 30))
    expect(after).toEqual(before)
  }
})

test('a photo, and a page of more colours than a palette holds, are left to who packs with loss', async () => {
  const noise = await drawn((context) => {
    for (let x = 0; x < WIDTH; x++) for (let y = 0; y < HEIGHT; y++) fill(context, (x + y) % 2 ? '#101010' : '#e0e0e0', x, y, 1, 1)
  })
  expect(noise.after).toBeNull()
  const colours = await drawn((context) => {
    for (let at = 0; at < 300; at++)
      fill(context, `rgb(${(at % 20) * 12} ${Math.floor(at / 20) * 16} 0)`, (at % 20) * 3, Math.floor(at / 20) * 2, 3, 2)
  })
  expect(colours.after).toBeNull()
})
