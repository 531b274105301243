import { parseDemoArgs, UsageError } from './args.mts';

const parse = (...argv: string[]) => parseDemoArgs(argv, '/project', '/home/someone');

test('has defaults for everything', () => {
	expect(parse()).toEqual({
		images: '/project/samples',
		out: '/project/demo-output',
		n8nPort: 5678,
		serverPort: 8787,
		once: false,
	});
});

test('takes folders relative to where the command was given', () => {
	expect(parse('--images', 'pictures', '--out=/tmp/out')).toMatchObject({
		images: '/home/someone/pictures',
		out: '/tmp/out',
	});
});

test('takes ports and --once', () => {
	expect(parse('--port', '6000', '--server-port', '6001', '--once')).toMatchObject({
		n8nPort: 6000,
		serverPort: 6001,
		once: true,
	});
});

test.each([
	['an unknown option', ['--onse'], /--onse/],
	['a positional argument', ['samples'], /samples/],
	['a port that is no number', ['--port', 'abc'], /--port must be a number.*"abc"/],
	['a port out of range', ['--server-port', '70000'], /--server-port must be a number.*"70000"/],
	['an option without its value', ['--out'], /--out/],
	['one port for both', ['--port', '8787'], /must differ/],
])('answers %s with the usage', (_, argv, problem) => {
	expect(() => parse(...argv)).toThrow(UsageError);
	expect(() => parse(...argv)).toThrow(problem);
	expect(() => parse(...argv)).toThrow(/Usage: npm run demo/);
});
