/**
 * Where menus and lists are drawn: inside the page's main landmark, above everything in it. Without
 * the frame, as in a test of one component, the body.
 */
export function popupHome(): Element {
  return document.getElementById("popups") ?? document.body;
}
