/**
 * One program draws all four shapes (disc, rounded square, diamond, hexagon) with a thin rim that separates what
 * overlaps. Geometry and uniforms are those of sigma's own node programs: a triangle that covers the node's circle.
 */
export const SHAPE_VERTEX_SHADER = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_angle;
attribute float a_shape;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;

varying vec4 v_color;
varying vec2 v_diffVector;
varying float v_radius;
varying float v_shape;

const float bias = 255.0 / 254.0;

void main() {
  float size = a_size * u_correctionRatio / u_sizeRatio * 4.0;
  vec2 diffVector = size * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + diffVector, 1)).xy, 0, 1);
  v_diffVector = diffVector;
  v_radius = size / 2.0;
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}
`

export const SHAPE_FRAGMENT_SHADER = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec2 v_diffVector;
varying float v_radius;
varying float v_shape;

uniform float u_correctionRatio;
uniform vec3 u_rim;

const vec4 transparent = vec4(0.0);

float distanceTo(vec2 p) {
  if (v_shape < 0.5) return length(p) - 0.9;
  vec2 q = abs(p);
  if (v_shape < 1.5) {
    vec2 d = q - vec2(0.54);
    return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0) - 0.24;
  }
  if (v_shape < 2.5) return (q.x + q.y - 0.96) * 0.7071 - 0.03;
  return max(q.x * 0.8660254 + q.y * 0.5, q.y) - 0.84;
}

void main(void) {
  float pixel = u_correctionRatio / v_radius;
  float d = distanceTo(v_diffVector / v_radius);
  #ifdef PICKING_MODE
  gl_FragColor = d > 0.0 ? transparent : v_color;
  #else
  float feather = 1.5 * pixel;
  vec4 rim = vec4(u_rim, 1.0);
  float rimWidth = 2.4 * pixel;
  vec4 body = mix(v_color, rim, smoothstep(-rimWidth - feather, -rimWidth, d) * 0.9);
  gl_FragColor = mix(body, transparent, smoothstep(-feather, 0.0, d));
  #endif
}
`
