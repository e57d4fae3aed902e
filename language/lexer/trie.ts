import { fold, isSpace } from "./characters.ts";

/** One character step of a trie; `value` where a word ends here. */
export interface TrieNode<Value> {
  readonly next: Map<number, TrieNode<Value>>;
  value: Value | null;
}

const emptyNode = <Value>(): TrieNode<Value> => ({ next: new Map(), value: null });

/** Words longer than this are found only in 「」: an edge of a run stays bounded. */
const LONGEST_WORD = 80;

/** Prefix tree over folded characters without white space. */
export class Trie<Value> {
  readonly root: TrieNode<Value> = emptyNode();

  add(word: string, value: Value): void {
    if (word.length > LONGEST_WORD) return;
    let node = this.root;
    let length = 0;
    for (let at = 0; at < word.length; at += 1) {
      const code = fold(word.charCodeAt(at));
      if (isSpace(code)) continue;
      let following = node.next.get(code);
      if (following === undefined) {
        following = emptyNode();
        node.next.set(code, following);
      }
      node = following;
      length += 1;
    }
    if (length > 0) node.value = value;
  }

  has(word: string): boolean {
    let node: TrieNode<Value> | undefined = this.root;
    for (let at = 0; at < word.length && node !== undefined; at += 1)
      node = node.next.get(fold(word.charCodeAt(at)));
    return node !== undefined && node.value !== null;
  }
}
