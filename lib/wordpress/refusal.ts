/** An import that cannot begin, or must not go on: the message is one sentence for the person at the keyboard. */
export class ImportRefusal extends Error {
  override name = 'ImportRefusal'
}
