import type { ExecutionLifecycleHooks } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	ICredentialsExpressionResolveValues,
	IExecuteData,
	IHttpRequestOptions,
	INodeParameters,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';

/** Decrypted data by credential type. */
export type Credentials = Record<string, ICredentialDataDecryptedObject>;

/** The arguments of `getDecrypted`, as n8n-core gives them. */
type DecryptionRequest = [
	additionalData: IWorkflowExecuteAdditionalData,
	credentials: unknown,
	type: string,
	mode: WorkflowExecuteMode,
	executeData?: IExecuteData,
	raw?: boolean,
	values?: ICredentialsExpressionResolveValues,
];

/** Resolves the expressions of a credential for an item, as n8n's own credentials helper does. */
function decrypted(
	credentials: Credentials,
	[, , type, mode, executeData, , values]: DecryptionRequest,
): ICredentialDataDecryptedObject {
	const data = { ...credentials[type] };
	const holdsExpressions = Object.values(data).some((value) => String(value).startsWith('='));
	if (!holdsExpressions || !values) return data;
	const { workflow, runExecutionData, runIndex, itemIndex, node, connectionInputData } = values;
	try {
		return workflow.expression.getParameterValue(
			data as INodeParameters,
			runExecutionData,
			runIndex,
			itemIndex,
			node.name,
			connectionInputData,
			mode,
			{},
			executeData,
			false,
			data as INodeParameters,
		) as ICredentialDataDecryptedObject;
	} catch (error) {
		(error as Error).message += ' [Error resolving credentials]';
		throw error;
	}
}

/**
 * What n8n hands to the nodes of an execution around their items.
 * @param type of the credential that signs requests
 */
export function executionData(
	credentials: Credentials,
	type: ICredentialType,
	hooks: ExecutionLifecycleHooks,
): IWorkflowExecuteAdditionalData {
	const authenticate = type.authenticate as (
		credentials: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	) => Promise<IHttpRequestOptions>;
	const credentialsHelper = {
		getDecrypted: async (...request: DecryptionRequest) => decrypted(credentials, request),
		authenticate: async (
			decrypted: ICredentialDataDecryptedObject,
			_type: string,
			request: IHttpRequestOptions,
		) => await authenticate(decrypted, request),
		getParentTypes: () => [],
		preAuthentication: async () => undefined,
		isCredentialUsableByNode: () => true,
	};
	return {
		credentialsHelper,
		hooks,
		executionId: 'test',
		currentNodeExecutionIndex: 0,
		instanceBaseUrl: 'http://127.0.0.1/',
		restApiUrl: 'http://127.0.0.1/rest',
		webhookBaseUrl: 'http://127.0.0.1/webhook',
		webhookWaitingBaseUrl: 'http://127.0.0.1/webhook-waiting',
		webhookTestBaseUrl: 'http://127.0.0.1/webhook-test',
		formWaitingBaseUrl: 'http://127.0.0.1/form-waiting',
		variables: {},
	} as unknown as IWorkflowExecuteAdditionalData;
}
