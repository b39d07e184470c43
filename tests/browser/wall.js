// What cannot be read from the last row, or does not fit, on a wall.
([least, title]) => {
  const found = [];
  const high = innerHeight;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent.trim();
      const held = walker.currentNode.parentElement;
      if (!text || held.closest('noscript, title, script, style, [hidden]') || !held.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const at = range.getBoundingClientRect();
      if (at.width < 2 || at.height < 2) continue;
      const drawn = held.ownerSVGElement ? held.closest('figure > svg, #figure svg') : null;
      const grown = drawn ? drawn.getScreenCTM().a : 1;
      const letter = parseFloat(getComputedStyle(held).fontSize) * grown / high;
      if (letter < least) found.push(`“${text.slice(0, 40)}” is ${(100 * letter).toFixed(2)} % high`);
      if (held.tagName === 'H1' && letter < title) found.push(`the title is ${letter}`);
      const out = (at.left < -1 || at.top < -1 || at.right > innerWidth + 1 || at.bottom > high + 1);
      if (out) found.push(`“${text.slice(0, 40)}” is outside the picture`);
    }
  for (const each of document.querySelectorAll('html, body, #wall, header, section, figure, .bars, .asked, .count')) {
    if (each.scrollHeight > each.clientHeight + 1 && each.clientHeight) found.push(`${each.tagName}.${each.className} scrolls down by ${each.scrollHeight - each.clientHeight}`);
    if (each.scrollWidth > each.clientWidth + 1 && each.clientWidth) found.push(`${each.tagName}.${each.className} scrolls aside by ${each.scrollWidth - each.clientWidth}`);
  }
  const [head, stage] = ['header', 'section'].map((each) => document.querySelector(each).getBoundingClientRect());
  for (const each of document.querySelectorAll('section > *, section li, section dt, section dd')) {
    const at = each.getBoundingClientRect();
    if (at.top < stage.top - 2 || at.bottom > stage.bottom + 2) found.push(`${each.tagName} “${each.textContent.trim().slice(0, 30)}” leaves the stage: ${Math.round(at.top - stage.top)}, ${Math.round(at.bottom - stage.bottom)}`);
  }
  if (head.bottom > stage.top + 1) found.push('the head is over the stage');
  if (!document.querySelector('.qr svg')) found.push('no code to scan');
  return found;
}
