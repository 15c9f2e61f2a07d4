#!/usr/bin/env bash
# Draws the pictures of docs/gallery.md anew: docs/gallery.sh [build/sanbu]
set -euo pipefail
cd "$(dirname "$0")/.."
program=${1:-build/sanbu}
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
others=$(ls scenarios/*.cfg | grep -vE '/(reference|baseline)\.cfg$')

"$program" run scenarios/baseline.cfg --quiet --out "$place/run"
"$program" run scenarios/baseline.cfg --quiet --lang zh --out "$place/zh"
for size in column slide; do
    "$program" run scenarios/baseline.cfg --quiet --size $size --out "$place/$size"
done
"$program" compare scenarios/baseline.cfg $others --quiet --out "$place/compare"
"$program" ensemble scenarios/baseline.cfg -n 20000 --seed 2020 --quiet --out "$place/ensemble"
"$program" hindcast scenarios/history/hindcast.cfg --quiet --out "$place/hindcast"
"$program" compare scenarios/{baseline,industry,liquor_slump}.cfg -n 20000 --seed 2020 --quiet --out "$place/together"
"$program" sensitivity scenarios/baseline.cfg --of modernization@2035 -n 1024 --seed 2020 --quiet --out "$place/sensitivity"
mkdir -p docs/gallery
for picture in $(sed -n 's/.*(gallery\/\([a-z_]*\)\.svg).*/\1/p' docs/gallery.md); do
    case $picture in
    zh_*) from=$place/zh/charts/${picture#zh_} ;;
    compare_chances | difference_*) from=$place/together/charts/$picture ;;
    column_* | slide_*) from=$place/${picture%%_*}/charts/${picture#*_} ;;
    *) from=$(ls "$place"/*/charts/"$picture.svg" | grep -vE '/(zh|together|column|slide)/') from=${from%.svg} ;;
    esac
    cp "$from.svg" "docs/gallery/$picture.svg"
done
