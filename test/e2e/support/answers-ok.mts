/** True once an address answers with a success; undefined as long as it does not, for `waitUntil`. */
export async function answersOk(url: string): Promise<true | undefined> {
	try {
		return (await fetch(url)).ok || undefined;
	} catch {
		return undefined;
	}
}
