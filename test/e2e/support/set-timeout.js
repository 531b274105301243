/** A test starts n8n, and may install it before. */
jest.setTimeout(1_200_000);
