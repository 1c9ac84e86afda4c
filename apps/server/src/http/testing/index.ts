export { startTestApi, type TestApi } from './start-test-api.ts';
export { createTestClient, type TestClient } from './test-client.ts';
