import {
	floatAttribute,
	floatOf,
	Graph,
	integerAttribute,
	intsOf,
	type Node,
	type Tensor,
} from '../../src/engine/graph/graph.mts';
import { simplify } from '../../src/engine/graph/simplify.mts';
import { decodeMessage, encodeMessage } from '../../src/engine/graph/wire.mts';

const channels = 2;
const side = 3;

/** A value: two channels of three by three pixels, or of one pixel. */
type Value = number[][];

const padOne = encodeMessage([
	{ number: 1, value: Buffer.from('pads') },
	...[1, 1, 1, 1].map((value) => ({ number: 8, value })),
]);

/** A graph of the nodes in order; each takes and gives the values named, constants are arrays of numbers. */
class Builder {
	readonly nodes: Node[] = [];
	readonly constants = new Map<string, Tensor>();

	constant(...values: number[]): string {
		return this.tensor([values.length], values);
	}

	tensor(dims: number[], values: number[]): string {
		const name = `constant${this.constants.size}`;
		this.constants.set(name, { dims, values: Float32Array.from(values) });
		return name;
	}

	add(operator: string, inputs: string[], attributes: Uint8Array[] = []): string {
		const output = `${operator}${this.nodes.length}`;
		this.nodes.push({ operator, inputs, outputs: [output], attributes });
		return output;
	}

	/** A convolution of three by three pixels within each channel. */
	depthwise(input: string): string {
		const weights = Array.from({ length: channels * 9 }, (_, i) => (i % 5) - 1.5);
		return this.add(
			'Conv',
			[input, this.tensor([channels, 1, 3, 3], weights), this.constant(0.3, -0.2)],
			[padOne, integerAttribute('group', channels)],
		);
	}

	pointwise(input: string): string {
		return this.add('Conv', [input, this.tensor([channels, channels, 1, 1], [0.5, -1, 2, 0.25])]);
	}

	affine(input: string, factor: number, offset: number): string {
		const product = this.add('Mul', [this.constant(factor), input]);
		return this.add('Add', [product, this.constant(offset)]);
	}

	/** The activation as the models have it. */
	hardSwish(input: string, shift = 3): string {
		const shifted = this.add('Add', [input, this.constant(shift)]);
		const bounds = [floatAttribute('min', 0), floatAttribute('max', 6)];
		const product = this.add('Mul', [input, this.add('Clip', [shifted], bounds)]);
		return this.add('Div', [product, this.constant(6)]);
	}

	graph(): Graph {
		return new Graph(
			this.nodes.map((node) => ({ ...node, inputs: [...node.inputs], outputs: [...node.outputs] })),
			new Map(this.constants),
		);
	}
}

/** What a graph computes from an input, by the definitions of the operators. */
function run(graph: Graph, input: Value): Value {
	const values = new Map<string, Value>([['x', input]]);
	let last = input;
	for (const node of graph.nodes) {
		last = apply(graph, node, (name) => valueOf(graph, values, name));
		values.set(node.outputs[0], last);
	}
	return last;
}

function valueOf(graph: Graph, values: Map<string, Value>, name: string): Value {
	const scalar = graph.scalar(name);
	return values.get(name) ?? Array.from({ length: channels }, () => [scalar ?? NaN]);
}

function apply(graph: Graph, node: Node, value: (name: string) => Value): Value {
	const [a, b] = node.inputs.map((name) =>
		graph.constants.get(name)?.dims.length === 4 ? [] : value(name),
	);
	const each = (f: (x: number, y: number) => number): Value =>
		Array.from({ length: channels }, (_, c) =>
			Array.from({ length: Math.max(a[c].length, b?.[c].length ?? 0) }, (_, i) =>
				f(a[c][i % a[c].length], b?.[c][i % b[c].length]),
			),
		);
	switch (node.operator) {
		case 'Mul':
			return each((x, y) => x * y);
		case 'Add':
			return each((x, y) => x + y);
		case 'Div':
			return each((x, y) => x / y);
		case 'Clip':
			return each((x) =>
				Math.min(floatOf(node, 'max') ?? 0, Math.max(floatOf(node, 'min') ?? 0, x)),
			);
		case 'HardSigmoid':
			return each((x) =>
				Math.min(1, Math.max(0, x * (floatOf(node, 'alpha') ?? 0) + (floatOf(node, 'beta') ?? 0))),
			);
		case 'GlobalAveragePool':
			return a.map((pixels) => [pixels.reduce((sum, x) => sum + x, 0) / pixels.length]);
		default:
			return convolve(graph, node, a);
	}
}

function convolve(graph: Graph, node: Node, input: Value): Value {
	const weights = graph.constants.get(node.inputs[1]);
	const bias = graph.constants.get(node.inputs[2] ?? '')?.values;
	const [, perGroup, kernel] = weights?.dims ?? [];
	const [pad] = intsOf(node, 'pads') ?? [0];
	return Array.from({ length: channels }, (_, out) =>
		Array.from({ length: side * side }, (_, pixel) => {
			let sum = bias?.[out] ?? 0;
			for (let c = 0; c < perGroup; c++) {
				for (let k = 0; k < kernel * kernel; k++) {
					const x = (pixel % side) + (k % kernel) - pad;
					const y = Math.floor(pixel / side) + Math.floor(k / kernel) - pad;
					if (x < 0 || y < 0 || x >= side || y >= side) continue;
					const weight = weights?.values[(out * perGroup + c) * kernel * kernel + k] ?? NaN;
					sum += weight * input[perGroup === 1 ? out : c][y * side + x];
				}
			}
			return sum;
		}),
	);
}

const input: Value = [
	[-3, -1, 0.5, 2, 4, -2, 1, 0, 3],
	[1, -4, 2, 0.25, -0.5, 3, -1, 5, -2],
];

describe('simplify', () => {
	const block = (builder: Builder, x: string) =>
		builder.affine(builder.hardSwish(builder.affine(x, 1.5, 0.4)), 0.7, -0.3);

	it.each<[string, (b: Builder) => void, string[]]>([
		[
			'factors, offsets and activations between convolutions',
			(b) => b.pointwise(block(b, b.depthwise('x'))),
			['Conv', 'HardSigmoid', 'Mul', 'Conv'],
		],
		[
			'an offset before a padded border, which is not part of the picture',
			(b) => b.depthwise(block(b, b.pointwise('x'))),
			['Conv', 'HardSigmoid', 'Mul', 'Conv', 'Conv'],
		],
		[
			'a value that several operations take',
			(b) => {
				const shared = block(b, b.pointwise('x'));
				b.add('Add', [b.depthwise(shared), b.pointwise(shared)]);
			},
			['Conv', 'HardSigmoid', 'Mul', 'Conv', 'Conv', 'Conv', 'Add'],
		],
		[
			'a gate a channel',
			(b) => {
				const x = b.depthwise('x');
				const gate = b.add('GlobalAveragePool', [x]);
				b.add('Add', [x, b.add('Mul', [x, gate])]);
			},
			['Conv', 'GlobalAveragePool', 'Add', 'Mul'],
		],
		[
			'nothing of another activation, which it leaves',
			(b) => b.hardSwish(b.pointwise('x'), 2),
			['Conv', 'Add', 'Clip', 'Mul', 'Div'],
		],
	])('keeps %s the same', (_, build, operators) => {
		const builder = new Builder();
		build(builder);
		const simple = simplify(builder.graph());
		expect(simple.nodes.map(({ operator }) => operator)).toEqual(operators);
		const expected = run(builder.graph(), input).flat();
		run(simple, input)
			.flat()
			.forEach((value, i) => expect(value).toBeCloseTo(expected[i], 4));
	});
});

describe('Graph', () => {
	it('reads constant nodes and writes them as initializers, without those that nothing uses', () => {
		const tensor = encodeMessage([
			{ number: 1, value: 2 },
			{ number: 2, value: 1 },
			{ number: 9, value: new Uint8Array(Float32Array.of(1.5, -2).buffer) },
		]);
		const constant = encodeMessage([
			{ number: 2, value: Buffer.from('two') },
			{ number: 4, value: Buffer.from('Constant') },
			{
				number: 5,
				value: encodeMessage([
					{ number: 1, value: Buffer.from('value') },
					{ number: 5, value: tensor },
				]),
			},
		]);
		const model = encodeMessage([
			{ number: 1, value: 8 },
			{ number: 7, value: encodeMessage([{ number: 1, value: constant }]) },
		]);
		const graph = Graph.decode(model);
		expect(graph.constants.get('two')).toEqual({
			dims: [2],
			values: Float32Array.of(1.5, -2),
		});
		expect(graph.nodes).toEqual([]);

		graph.constants.set('unused', { dims: [1], values: Float32Array.of(7) });
		graph.nodes.push({ operator: 'Neg', inputs: ['two'], outputs: ['y'], attributes: [] });
		const [version, encoded] = decodeMessage(graph.encode());
		expect(version).toEqual({ number: 1, value: 8 });
		const fields = decodeMessage(encoded.value as Uint8Array);
		expect(fields.map(({ number }) => number)).toEqual([1, 5]);
		expect(Buffer.from(fields[1].value as Uint8Array).toString('latin1')).toContain('two');
	});
});

describe('decodeMessage', () => {
	it('gives back what encodeMessage wrote', () => {
		const fields = [
			{ number: 1, value: 300 },
			{ number: 20, value: 2 ** 40 + 5 },
			{ number: 3, value: new Uint8Array([1, 2, 3]) },
			{ number: 4, value: new Uint8Array([0, 0, 128, 63]), fixed: true },
		];
		const decoded = decodeMessage(encodeMessage(fields));
		expect(decoded.map((field) => ({ ...field, value: field.value.valueOf() }))).toEqual(
			fields.map((field) =>
				typeof field.value === 'number' ? field : { ...field, value: expect.anything() },
			),
		);
		expect([...(decoded[2].value as Uint8Array)]).toEqual([1, 2, 3]);
	});

	it('refuses what is cut off', () => {
		expect(() => decodeMessage(Uint8Array.of(10, 5, 1))).toThrow('cut off');
	});
});
