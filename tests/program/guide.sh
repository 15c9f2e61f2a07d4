# The documents show what the program prints: tests/transcript runs their sessions.
. "$(dirname "$0")/lib"

if is_sanitized; then
    skip guide "an ordinary build shows the same"
else
    said=$("$root/tests/transcript" check "$SANBU" "$root/docs/guide.md" "$root/README.md" 2>&1) ||
        problem "$said; after a look: make transcripts"
    verdict guide
fi

printf '%s\n' '```' '$ build/sanbu --version | sed s/sanbu/another/' 'sanbu' '```' >lie.md
"$root/tests/transcript" check "$SANBU" lie.md >said && problem "a document that is not true was found true"
grep -q 'lie.md:2' said || problem "it does not say where: $(cat said)"
verdict guide_that_is_not_true

# The gallery shows every chart of a run, and no picture that is not there.
(PATH=/nowhere; "$SANBU" run "$root/scenarios/baseline.cfg" --quiet --out scripts) 2>/dev/null
for chart in scripts/charts/*.gp; do
    name=$(basename "$chart" .gp)
    grep -qF "(gallery/$name.svg)" "$root/docs/gallery.md" || problem "docs/gallery.md is without $name"
done
for picture in $(sed -n 's/.*(\(gallery\/[a-z_]*\.svg\)).*/\1/p' "$root/docs/gallery.md"); do
    [ -s "$root/docs/$picture" ] || problem "no docs/$picture; make gallery"
done
[ -e scripts/charts/gdp.gp ] || problem "no scripts were written"
verdict gallery
