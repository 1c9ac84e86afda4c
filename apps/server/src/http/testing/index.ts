export { codeOf, failureOf } from './failure-of.ts';
export { startTestApi, type TestApi } from './start-test-api.ts';
export { createTestClient, moveTestClient, type TestClient } from './test-client.ts';
