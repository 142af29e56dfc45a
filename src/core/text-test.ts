/** What says whether a text has something: an expression, or several joined. */
export interface TextTest {
  test(text: string): boolean;
}

/** True for a text that has one thing and not another: two plain expressions instead of one that looks ahead. */
export const hasBut = (wanted: RegExp, unwanted: RegExp): TextTest => ({
  test: (text) => wanted.test(text) && !unwanted.test(text),
});

/** True for a text that does not have something. */
export const hasNo = (unwanted: RegExp): TextTest => ({ test: (text) => !unwanted.test(text) });
