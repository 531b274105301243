import { Execution } from './execution.mts';

const run = {
	data: {
		resultData: {
			runData: {
				Read: [{ data: { main: [[{ json: { a: 1 } }], [{ json: { error: 'no' } }]] } }],
				Twice: [
					{ data: { main: [[{ json: { run: 1 } }]] } },
					{ data: { main: [null, [{ json: { run: 2 } }]] } },
				],
				Failed: [{}],
			},
		},
	},
};

test('finds the result among what n8n logs', () => {
	const printed = `Starting {something}\n${JSON.stringify(run, null, 2)}\nStopping\n`;
	expect(Execution.parse(printed).items('Read')).toEqual([{ json: { a: 1 } }]);
});

test('shows what n8n said when there is no result', () => {
	expect(() => Execution.parse('Error executing workflow.')).toThrow(/no result:\n\nError exec/);
});

test('keeps outputs apart and runs together', () => {
	const execution = new Execution(run);
	expect(execution.items('Read', 1)).toEqual([{ json: { error: 'no' } }]);
	expect(execution.items('Twice')).toEqual([{ json: { run: 1 } }]);
	expect(execution.items('Twice', 1)).toEqual([{ json: { run: 2 } }]);
});

test('has no items for nodes that failed or did not run', () => {
	expect(new Execution(run).items('Failed')).toEqual([]);
	expect(new Execution(run).items('Nobody')).toEqual([]);
});
