/**
 * An action that tells an element's inner height, now and whenever it changes. What is told redraws
 * the element, so it waits until the observers of this frame are done: a change of size within
 * them would be reported as a loop that was cut short.
 */
export function heightOf(element: HTMLElement, tell: (height: number) => void) {
  tell(element.clientHeight);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new ResizeObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      tell(element.clientHeight);
    });
  });
  observer.observe(element);
  return {
    destroy() {
      clearTimeout(timer);
      observer.disconnect();
    },
  };
}
