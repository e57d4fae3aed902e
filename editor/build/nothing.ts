/** In the place of modules of Node that a library asks for only where it runs in Node. */
export default {};
