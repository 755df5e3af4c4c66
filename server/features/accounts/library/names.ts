/** Name under which the city's single sign-on is known to the library. */
export const SINGLE_SIGN_ON = 'sso';
/** Below this the library's own addresses would lie; only the way back from the single sign-on is open. */
export const LIBRARY_PATH = '/api/v1/accounts';
