import { openEnvelope } from '../../nodes/shared/envelope.ts';
import type { AnswerContext } from '../../nodes/shared/envelope.ts';
import { RecognitionFailure } from '../../nodes/shared/failure.ts';

/** What the node advises where a server answers 253201 with a reason. */
function remedyOf(reason: string, context: AnswerContext): string {
	try {
		openEnvelope(
			{ statusCode: 200, body: JSON.stringify({ reason, error_code: 253201 }) },
			context,
		);
	} catch (error) {
		if (error instanceof RecognitionFailure) return error.details.remedy;
		throw error;
	}
	throw new Error('no error');
}

const own = { server: 'selfHosted', key: 'k-1234' } as const;
const withoutHint = remedyOf('查询参数错误', own);

it("shows the self-hosted server's own words before the advice", () => {
	expect(remedyOf('查询参数错误: the PDF is encrypted', own)).toBe(
		`The server says: the PDF is encrypted. ${withoutHint}`,
	);
});

it.each([
	['a reason without a hint', '查询参数错误', own],
	['an answer of Juhe Cloud', '查询参数错误: anything', { ...own, server: 'juheCloud' }],
	['words that repeat the key', '查询参数错误: the key k-1234', own],
	['markup', '查询参数错误: <img src=x>', own],
] as const)('shows nothing of %s', (_, reason, context) => {
	expect(withoutHint).not.toMatch(/The server says/);
	expect(remedyOf(reason, context)).toBe(withoutHint);
});

it('cuts long words', () => {
	expect(remedyOf(`查询参数错误: ${'x'.repeat(1000)}`, own).length).toBe(
		'The server says: . '.length + 300 + withoutHint.length,
	);
});
