"""Writes the glyph outlines with which the server sets the words of its pictures.

A bare machine has no fonts and a JDK without fontconfig reads none, so that the outlines themselves are kept, as text:
they are made once, from the font of the page, and committed.

    pip install fonttools brotli
    python build/outlines.py node_modules/@fontsource-variable/libre-franklin > ../server/src/main/resources/org/ascertain/server/outlines.txt
"""

import sys
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

WEIGHTS = [350, 400, 650, 700]
LETTERS = [chr(c) for c in range(0x20, 0x7F)] + list("ÁÉÍÓÚÑÜáéíóúñü¿¡«»“”‘’–—…·−×")
FONT = sys.argv[1] + "/files/libre-franklin-latin-wght-normal.woff2"


def kerning(font, names):
    """Pairs of the letters that stand closer or wider than their widths."""
    pairs = {}
    gpos = font["GPOS"].table
    places = {
        place
        for record in gpos.FeatureList.FeatureRecord
        if record.FeatureTag == "kern"
        for place in record.Feature.LookupListIndex
    }
    for place in sorted(places):
        for table in gpos.LookupList.Lookup[place].SubTable:
            table = getattr(table, "ExtSubTable", table)
            if table.LookupType != 2:
                continue
            for first in set(table.Coverage.glyphs) & set(names):
                if table.Format == 1:
                    values = table.PairSet[table.Coverage.glyphs.index(first)].PairValueRecord
                    found = {v.SecondGlyph: v.Value1.XAdvance for v in values if v.Value1}
                else:
                    row = table.Class1Record[table.ClassDef1.classDefs.get(first, 0)].Class2Record
                    found = {
                        second: row[table.ClassDef2.classDefs.get(second, 0)].Value1.XAdvance
                        for second in names
                        if row[table.ClassDef2.classDefs.get(second, 0)].Value1
                    }
                for second, by in found.items():
                    if second in names and by and (first, second) not in pairs:
                        pairs[first, second] = by
    return pairs


print("# Glyph outlines of Libre Franklin, Copyright The Libre Franklin Project Authors, SIL Open Font License 1.1")
print("# (OFL.txt beside this file). Made by web/build/outlines.py. Units: 1000 to the em, y upward.")
for weight in WEIGHTS:
    font = instantiateVariableFont(TTFont(FONT), {"wght": weight})
    scale = 1000 / font["head"].unitsPerEm
    cmap, glyphs = font.getBestCmap(), font.getGlyphSet()
    names = {c: cmap[ord(c)] for c in LETTERS if ord(c) in cmap}
    letters = {name: letter for letter, name in names.items()}
    print(f"weight {weight}")
    for letter, name in names.items():
        pen = SVGPathPen(glyphs, ntos=lambda n: str(round(n * scale)))
        glyphs[name].draw(pen)
        print(f"glyph {ord(letter):x} {round(glyphs[name].width * scale)} {pen.getCommands()}")
    for (first, second), by in sorted(kerning(font, letters).items()):
        print(f"kern {ord(letters[first]):x} {ord(letters[second]):x} {round(by * scale)}")
