import { expect, test } from "vitest";
import { imagesMissing } from "./text_draft";

test("only images that the other text does not show are taken over", () => {
  const from = '<p>Isi</p><img src="cid:a" alt="Taman"><img src="cid:b" alt="Pasar">';
  expect(imagesMissing(from, '<p>Text</p><img src="cid:a" alt="Park">')).toBe(
    '<img src="cid:b" alt="Pasar">',
  );
  expect(imagesMissing(from, from)).toBe("");
});
