/** The version of the API as its description states it. */
export const apiVersion = '0.1.0';
