/** What a code of the two documents says. */
interface Code {
	/** The text of the documents. */
	reason: string;
	/** The old form of a system code, served beside it. */
	resultcode?: string;
}

/**
 * Every error code of the two documents (`invoice_general_ocr`, `shoppingReceipt`). The receipt document
 * leaves its table of service codes empty: 200001 and 200002 are this server's, with the invoice's words.
 * The server's README says when each of them is produced.
 */
export const codes = {
	10001: { reason: '错误的请求KEY', resultcode: '101' },
	10002: { reason: '该KEY无请求权限', resultcode: '102' },
	10003: { reason: 'KEY过期', resultcode: '103' },
	10004: { reason: '错误的OPENID', resultcode: '104' },
	10005: { reason: '应用未审核超时，请提交认证', resultcode: '105' },
	10007: { reason: '未知的请求源', resultcode: '107' },
	10008: { reason: '被禁止的IP', resultcode: '108' },
	10009: { reason: '被禁止的KEY', resultcode: '109' },
	10011: { reason: '当前IP请求超过限制', resultcode: '111' },
	10012: { reason: '请求超过次数限制', resultcode: '112' },
	10013: { reason: '测试KEY超过请求限制', resultcode: '113' },
	10014: { reason: '系统内部异常', resultcode: '114' },
	10020: { reason: '接口维护', resultcode: '120' },
	10021: { reason: '接口停用', resultcode: '121' },
	253201: { reason: '查询参数错误' },
	253202: { reason: '请求失败' },
	200001: { reason: '查询参数错误' },
	200002: { reason: '请求失败' },
} as const satisfies Record<number, Code>;

export type ErrorCode = keyof typeof codes;
