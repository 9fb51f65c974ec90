const SLUG = /^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){2,39}$/;

/** 3 to 40 characters: letters, digits and single hyphens between them, a letter first. */
export function isSlug(text: string): boolean {
  return SLUG.test(text);
}
