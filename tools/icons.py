"""Writes assets/icons.css from the outline icons of the npm package @tabler/icons (MIT), named in tools/icons.txt.

Usage: npm pack @tabler/icons@3.35.0 && tar xzf tabler-icons-3.35.0.tgz && python3 tools/icons.py package
Each icon is a mask, so that it takes the colour of the text: <i class="i i-check" aria-hidden="true"></i>.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
source = pathlib.Path(sys.argv[1]) / "icons" / "outline"
names = (ROOT / "tools" / "icons.txt").read_text(encoding="utf-8").split()
rules = [
    "/* Tabler Icons 3.35.0, MIT, (c) Pawel Kuna. Made by tools/icons.py from tools/icons.txt; do not edit. */",
    ".i{display:inline-block;width:1em;height:1em;flex:none;font-size:16px;vertical-align:-2.5px;"
    "background:currentColor;-webkit-mask:var(--i) center/100% no-repeat;mask:var(--i) center/100% no-repeat}",
    "@media (forced-colors:active){.i{forced-color-adjust:none;background:CanvasText}}",
]
for name in sorted(set(names)):
    svg = (source / f"{name}.svg").read_text(encoding="utf-8")
    shapes = "".join(re.findall(r"<(?:path|circle|rect|line|polyline)[^>]*>", svg)).replace('"', "'")
    drawn = ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='#000' "
             f"stroke-width='2' stroke-linecap='round' stroke-linejoin='round'>{shapes}</svg>")
    drawn = re.sub(r"\s*/>", "/>", drawn)
    data = drawn.replace("#", "%23").replace("<", "%3C").replace(">", "%3E")
    rules.append(f'.i-{name}{{--i:url("data:image/svg+xml,{data}")}}')
(ROOT / "src/main/resources/static/assets/icons.css").write_text("\n".join(rules) + "\n", encoding="utf-8")
print(len(names), "icons")
