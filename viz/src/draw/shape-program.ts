import { SHAPE_FRAGMENT_SHADER, SHAPE_VERTEX_SHADER } from './shape-shaders.ts'

/** Of WebGL's constants; a browser without WebGL may lack the class that holds them. */
const FLOAT = 5126
const UNSIGNED_BYTE = 5121
const TRIANGLES = 4

/** Directions of the triangle's corners from the node's middle, as in sigma's own node programs. */
const CORNERS = [0, (2 * Math.PI) / 3, (4 * Math.PI) / 3]

/**
 * How the nodes' program reads its array. Each node is a triangle of its own and not an instance of one: software GL
 * draws instances one by one, which took 270 ms for 10,000 nodes instead of 35.
 */
export const SHAPE_DEFINITION = {
  VERTICES: CORNERS.length,
  VERTEX_SHADER_SOURCE: SHAPE_VERTEX_SHADER,
  FRAGMENT_SHADER_SOURCE: SHAPE_FRAGMENT_SHADER,
  METHOD: TRIANGLES,
  UNIFORMS: ['u_sizeRatio', 'u_correctionRatio', 'u_matrix', 'u_rim'],
  ATTRIBUTES: [
    { name: 'a_position', size: 2, type: FLOAT },
    { name: 'a_angle', size: 1, type: FLOAT },
    { name: 'a_size', size: 1, type: FLOAT },
    { name: 'a_shape', size: 1, type: FLOAT },
    { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
    { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
  ],
}

/** Writes one node's corners from `start` on; colour and id are four bytes in the bits of a float. */
export function writeShape(
  array: Float32Array,
  start: number,
  { x, y, size, shape }: { x: number; y: number; size: number; shape: number },
  color: number,
  id: number,
): void {
  let at = start
  for (const angle of CORNERS) {
    array[at++] = x
    array[at++] = y
    array[at++] = angle
    array[at++] = size
    array[at++] = shape
    array[at++] = color
    array[at++] = id
  }
}
