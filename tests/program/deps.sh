#!/usr/bin/env bash
# What make does about missing packages, with a system that is made up: no package is ever installed here.
. "$(dirname "$0")/lib"

deps() { PATH=$scratch/fakes:$PATH "$root/.ci/deps" "$@" >out 2>err </dev/null; status=$?; }

# A Debian system with the packages given, and apt-get that ends with status $installs
system() {
    printf '%s installed\n' "$@" >packages
    : >asked
    fake dpkg-query <<<"cat '$scratch/packages'"
    fake apt-cache <<<'exit 0'
    fake id <<<'echo 0'
    fake apt-get <<END
case "\$*" in
*--print-uris*) echo "Need to get 61.2 MB of archives." ;;
*) echo "\$*" >>'$scratch/asked'; exit $installs ;;
esac
END
}
build="libgsl-dev:amd64 libconfig-dev:amd64 libjansson-dev:amd64 libmd-dev:amd64 librandom123-dev:amd64"
charts="gnuplot-nox fontconfig fonts-noto-cjk"

installs=0
system $build $charts
deps build charts
wants 0
wants_quiet
[ ! -s out ] || problem "says: $(cat out)"
[ ! -s asked ] || problem "asks apt-get: $(cat asked)"
verdict deps_all_there

system $charts libgsl-dev:amd64 libconfig-dev:amd64 libjansson-dev:amd64 librandom123-dev:amd64
deps build charts
wants 0
wants_out "libmd-dev" "digests of inputs and outputs" "61.2 MB"
grep -q 'install.* libmd-dev$' asked || problem "asks apt-get: $(cat asked)"
verdict deps_says_which_why_and_how_large

installs=100
system $charts
deps build charts
wants 1 "is there a network?" "apt-get install libconfig-dev libgsl-dev libjansson-dev libmd-dev librandom123-dev"
verdict deps_without_a_network

system $build
deps build charts
wants 0 "going on without fontconfig fonts-noto-cjk gnuplot-nox"
verdict deps_without_charts

system $build $charts
deps build more charts
wants 0 "going on without libnetcdf-dev libnlopt-dev"
wants_out "solves for several levers at once"
verdict deps_without_an_optional_library

system $charts
fake id <<<'echo 1000'
fake sudo <<<'echo "sudo $*" >>'"'$scratch/asked'"'; exec "$@"'
installs=0
deps build charts
grep -q '^sudo apt-get install' asked || grep -q '^sudo .*apt-get' asked || problem "asks: $(cat asked)"
verdict deps_with_sudo

# elsewhere: bash and what the script calls, but neither dpkg-query nor apt-get
rm -rf fakes
mkdir fakes
for program in env bash sed sort dirname cat; do ln -s "$(command -v $program)" fakes/; done
fake cc <<<'exit 1'
PATH=$scratch/fakes "$root/.ci/deps" build charts >out 2>err
status=$?
wants 1 "not a Debian system" "GSL" "libconfig" "jansson" "libmd" "cmocka" "gnuplot"
verdict deps_on_another_system
fake cc <<<'exit 0'
PATH=$scratch/fakes "$root/.ci/deps" build charts >out 2>err
status=$?
wants 0
verdict deps_elsewhere_all_there
