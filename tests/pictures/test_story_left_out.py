"""A story leaves out whole steps, paragraphs and phrases, says which by their lines, and says nothing of whom."""

from samverkansgraf.pictures.story_left_out import story_without

STORY = """# Byn

Inledning om Ek.

Inledning om byn.

## Ek talar
view: node=initiative/rad

Text.

## Rådet
view: node=initiative/eks-fond
source: bladet, par1, ”rådet finns”
source: bladet, par2, ”det är borta”
source: ek-boken, s. 1, ”står här”

Text om rådet.

## Hon
view: node=actor/anna-ek

Text om någon.
"""


def left(text):
    return story_without(
        text, holds=lambda one: "Ek" in one, replaced=lambda one: one.replace("Ek", "…"), things={"actor/anna-ek", "source/ek-boken"},
        renamed={"initiative/eks-fond": "initiative/utelamnat-fond"}, phrases={("bladet", "det är borta")},
    )  # fmt: skip


def test_what_names_somebody_is_left_out_and_the_rest_stays() -> None:
    text, told = left(STORY)
    assert [line for line in text.splitlines() if line] == [
        "# Byn", "Inledning om byn.", "## Rådet", "view: node=initiative/utelamnat-fond", "source: bladet, par1, ”rådet finns”",
        "Text om rådet.",
    ]  # fmt: skip
    assert [line.split(":")[0] for line in told] == [f"story.md line {n}" for n in (3, 7, 15, 16, 20)]
    assert "Ek" not in "".join(told)


def test_lines_keep_their_numbers() -> None:
    text, _ = left(STORY)
    assert text.splitlines().index("Text om rådet.") == STORY.splitlines().index("Text om rådet.")


def test_a_title_that_names_somebody_says_something_else() -> None:
    assert left(STORY.replace("# Byn", "# Eks by"))[0].startswith("# …s by\n")


def test_a_story_without_steps_left_is_none() -> None:
    assert left("# Byn\n\n## Ek talar\n\nText.\n")[0] == ""
