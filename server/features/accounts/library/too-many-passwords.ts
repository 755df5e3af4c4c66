/** Too many passwords are being looked at; told as `busy`. */
export class TooManyPasswords extends Error {}
