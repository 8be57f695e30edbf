/** What was pasted into the field for one post and is more than one. */
export const pasted = $state({ text: "" });
