/** The value of a design token, for what is drawn instead of styled. Mixed colours come out computed. */
export function tokenColour(name: string): string {
  if (name === 'font') return getComputedStyle(document.body).fontFamily;
  const probe = document.createElement('span');
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return toRgb(colour);
}

/** In CSS pixels. */
export function tokenSize(name: string): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue(`--${name}`)) || 0;
}

// Browsers answer a mixed colour as color(srgb r g b), which the chart library can't read.
function toRgb(colour: string): string {
  const parts = /^color\(srgb ([\d.]+) ([\d.]+) ([\d.]+)/.exec(colour);
  if (!parts) return colour;
  return `rgb(${parts
    .slice(1, 4)
    .map((part) => Math.round(Number(part) * 255))
    .join(', ')})`;
}
