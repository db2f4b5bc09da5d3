"""A folder of camel-tools' data for the tests: a database and a model so small that a test can make them."""

import json
from pathlib import Path

# Letters, what they are, and the features of camel-tools' databases: https://camel-tools.readthedocs.io
_FEATURES = ("pos", "prc0", "prc1", "prc2")
_NONE = {"prc0": "0", "prc1": "0", "prc2": "0"}
_PREFIXES = {
    "": {},
    "و": {"prc2": "wa_conj"},
    "ل": {"prc1": "li_prep"},
    "ب": {"prc1": "bi_prep"},
    "ال": {"prc0": "Al_det"},
    "لل": {"prc1": "li_prep", "prc0": "Al_det"},
    "وال": {"prc2": "wa_conj", "prc0": "Al_det"},
}


def make_folder(folder: Path) -> Path:
    """The folder with the catalogue that camel-tools would fetch if it were not there."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "catalogue.json").write_text(json.dumps({"version": "1", "packages": {}, "components": {}}))
    return folder


def make_database(folder: Path, *stems: str) -> Path:
    """A morphology database that knows these words, with the clitics above in front of any of them."""
    lines = ["###DEFINES###", "DEFINE diac diac:*open*", "DEFINE lex lex:*open*"]
    lines += [f"DEFINE {feature} {feature}:*open*" for feature in _FEATURES]
    lines += ["###DEFAULTS###"]
    lines += [f"DEFAULT pos:{pos} prc0:na prc1:na prc2:na" for pos in ("digit", "punc", "latin")]
    lines += ["###ORDER###", "ORDER pos prc0 prc1 prc2", "###TOKENIZATIONS###", "TOKENIZATION diac"]
    lines += ["###STEMBACKOFF###", "STEMBACKOFF PROP N", "###PREFIXES###"]
    for letters, features in _PREFIXES.items():
        said = " ".join(f"{feature}:{value}" for feature, value in features.items())
        lines.append(f"{letters}\tPref\tdiac:{letters} {said}".rstrip())
    lines += ["###SUFFIXES###", "\tSuff\tdiac:", "###STEMS###"]
    plain = " ".join(f"{feature}:{value}" for feature, value in _NONE.items())
    lines += [f"{stem}\tN\tdiac:{stem} lex:{stem}_1 pos:noun_prop {plain}" for stem in stems]
    lines += ["###TABLE AB###", "Pref N", "###TABLE BC###", "N Suff", "###TABLE AC###", "Pref Suff"]
    path = make_folder(folder) / "data" / "morphology_db" / "calima-msa-r13" / "morphology.db"
    path.parent.mkdir(parents=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
