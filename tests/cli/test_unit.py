"""drafter unit: a pack that a unit shares is begun, checked, used, and gives way to the user's."""

import json
import shutil
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from drafter.cli.packs import own_pack
from tests.formats.docx.good import parts_of

TEMPLATE = "工作部署会讲话"
FORM = '[page_number]\nform = "{}"\n'
OWN = "名称: {}\n文种: 通知\n问题:\n  - 名: 事项\n    说明: 什么事\n"
TEXT = "---\n标题: 关于{{ 事项 }}的通知\n---\n\n" + "{}\n"
NOTICE = "---\n文种: 通知\n标题: 关于值班的通知\n---\n\n请值班。\n"


@pytest.fixture
def pack(drafter):
    """A fresh pack in the folder the command runs in, in use."""
    assert drafter("unit", "new", "云溪县府办").code == 0
    assert drafter("unit", "use", "云溪县府办").code == 0
    return Path("云溪县府办")


def template(folder: Path, name: str, text: str) -> None:
    made = folder / "templates" / name
    made.mkdir(parents=True)
    (made / "template.yaml").write_text(OWN.format(name), "utf-8")
    (made / "outline.md.j2").write_text(TEXT.replace("{}", text), "utf-8")


def house(folder: Path, name: str, form: str) -> None:
    (folder / "houses").mkdir(parents=True, exist_ok=True)
    (folder / "houses" / f"{name}.toml").write_text(FORM.format(form), "utf-8")


def say(pack: Path, *lines: str) -> None:
    text = "\n".join(('name = "县府办"', *lines))
    (pack / "unit.toml").write_text(text + "\n", "utf-8")


def mine(text: str) -> None:
    own_pack().folder.mkdir(parents=True, exist_ok=True)
    (own_pack().folder / "settings.toml").write_text(text, "utf-8")


@pytest.fixture
def outline(drafter):
    """Draft an outline without questions; gives its words."""

    def run(*arguments: str) -> str:
        result = drafter("draft", *arguments, "--no-input", "--to", "outline", "--depth", "draft")
        assert (result.code, result.err) == (0, "")
        return result.out

    return run


@pytest.fixture
def footer(drafter):
    """Convert an outline to Word; gives the page number's form."""

    def run(*arguments: str, source: str = NOTICE) -> str:
        Path("a.md").write_text(source, "utf-8")
        result = drafter("convert", "a.md", "-o", "a.docx", "--force", *arguments)
        assert (result.code, result.err) == (0, "")
        return parts_of(Path("a.docx").read_bytes())["word/footer1.xml"].decode()

    return run


# new, use, show, none


def test_a_new_pack_is_sound_and_named_like_its_folder(drafter, pack):
    shown = json.loads(drafter("unit", "show", "--json").out)
    assert shown["name"] == "云溪县府办"
    assert shown["path"] == str(pack.resolve())
    assert shown["words"] == {"姓名": 0, "机构": 0, "词语": 0}
    assert drafter("unit").out.startswith("云溪县府办  ")


def test_a_folder_that_is_there_is_not_begun_anew(drafter, pack):
    result = drafter("unit", "new", str(pack))
    assert (result.code, "this exists already" in result.err) == (2, True)


def test_no_pack_is_in_use_until_one_is_and_after_none(drafter, pack):
    assert drafter("unit", "none").code == 0
    assert drafter("unit", "show", "--json").out.strip() == "null"
    assert drafter("unit").out == "no unit's pack is in use\n"
    assert drafter("unit", "none").code == 0
    assert pack.is_dir()


@pytest.mark.parametrize("place", [".", "a.txt", "nothing"])
def test_what_is_no_pack_is_refused(drafter, place):
    Path("a.txt").write_text("words", "utf-8")
    result = drafter("unit", "use", place)
    assert result.code == 2
    assert len(result.err.splitlines()) <= 2
    assert json.loads(drafter("unit", "show", "--json").out) is None


def test_all_that_is_wrong_with_a_pack_is_told_at_once_and_it_is_not_used(drafter, pack):
    drafter("unit", "none")
    say(pack, 'hause = "x"', "[houses]", '"通之" = "letter"')
    template(pack, "值班", "请值班。")
    (pack / "templates/值班/template.yaml").write_text("名称: 值班\n文种: 通之\n", "utf-8")
    (pack / "houses/letter.toml").write_text("[page\n", "utf-8")
    result = drafter("unit", "use", str(pack))
    assert result.code == 2
    home = pack.resolve()
    assert f"{home / 'unit.toml'}:2: error: nothing here is called hause" in result.err
    assert f"{home / 'unit.toml'}:4: error: there is no kind of document called 通之" in result.err
    assert f"{home / 'templates/值班/template.yaml'}:2: error:" in result.err
    assert f"{home / 'houses/letter.toml'}:1:6: error:" in result.err
    assert json.loads(drafter("unit", "show", "--json").out) is None


def test_settings_of_the_check_that_are_wrong_keep_a_pack_out_of_use(drafter, pack):
    (pack / "check.toml").write_text('enable = ["punct-halfwith"]\n', "utf-8")
    result = drafter("unit", "use", pack)
    assert result.code == 2
    assert "check.toml" in result.err and "punct-halfwidth" in result.err
    (pack / "check.toml").write_text('protected = ["云溪智谷"]\n', "utf-8")
    assert drafter("unit", "use", pack).code == 0


def test_a_house_that_is_not_there_is_told(drafter, pack):
    say(pack, 'house = "云溪"')
    result = drafter("unit", "use", str(pack))
    assert (result.code, "no house style called 云溪" in result.err) == (2, True)


def test_an_answer_that_does_not_fit_is_told_by_its_line(drafter, pack):
    say(pack, "[defaults.工作汇报]", '形式 = "电话"')
    result = drafter("unit", "use", str(pack))
    assert result.code == 2
    assert f"{pack.resolve() / 'unit.toml'}:3: error: 形式" in result.err
    assert "unit.toml:3: error: 形式" in drafter("draft", "工作汇报", "--no-input").err


def test_an_answer_nobody_asks_for_is_told_and_stops_nothing(drafter, pack):
    say(pack, "[defaults]", '"发文机关代字" = "云政办"', '"称乎" = "同志们"')
    result = drafter("unit", "use", str(pack), "--json")
    assert result.code == 0
    assert json.loads(result.out)["warnings"] == [
        "no template asks for 发文机关代字", "no template asks for 称乎",
    ]  # fmt: skip


# a zip


def zipped(folder: Path, top: str = "") -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as made:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                made.writestr(top + path.relative_to(folder).as_posix(), path.read_bytes())
    return stream.getvalue()


@pytest.mark.parametrize("top", ["", "云溪县府办/"])
def test_a_zip_is_unpacked_and_used(drafter, pack, outline, top):
    template(pack, "值班", "请值班。")
    Path("pack.zip").write_bytes(zipped(pack, top=top))
    shutil.rmtree(pack)
    assert drafter("unit", "use", "pack.zip").code == 0
    assert json.loads(drafter("unit", "show", "--json").out)["name"] == "云溪县府办"
    assert "请值班。" in outline("值班")
    assert drafter("unit", "use", "pack.zip").code == 0


def test_a_broken_zip_leaves_the_pack_of_before(drafter, pack):
    say(pack)
    Path("pack.zip").write_bytes(zipped(pack))
    assert drafter("unit", "use", "pack.zip").code == 0
    say(pack, "hause = 1")
    Path("pack.zip").write_bytes(zipped(pack))
    result = drafter("unit", "use", "pack.zip")
    assert result.code == 2
    assert "pack.zip" in result.err
    assert json.loads(drafter("unit", "show", "--json").out)["name"] == "县府办"


def test_names_that_windows_wrote_in_gbk_are_read(drafter, pack):
    """Zip files of old programs hold the bytes of their system's names, and say nothing of it."""
    names = [path.relative_to(pack) for path in pack.rglob("*") if path.is_file()]
    raw = [name.as_posix().encode("gbk") for name in names]
    stream, plain = BytesIO(), [f"{n:02}".ljust(len(name), "x") for n, name in enumerate(raw)]
    with ZipFile(stream, "w") as made:
        for name, stand_in in zip(names, plain, strict=True):
            made.writestr(stand_in, (pack / name).read_bytes())
    data = stream.getvalue()
    for name, stand_in in zip(raw, plain, strict=True):
        data = data.replace(stand_in.encode(), name)
    Path("pack.zip").write_bytes(data)
    assert drafter("unit", "use", "pack.zip").code == 0
    assert "姓名" in json.loads(drafter("unit", "show", "--json").out)["words"]


@pytest.mark.parametrize("name", ["../a.txt", "/a.txt", "..\\a.txt", "c:\\a.txt"])
def test_a_zip_writes_nowhere_else(drafter, name):
    with ZipFile("pack.zip", "w") as made:
        made.writestr(name, "x")
        made.writestr("unit.toml", 'name = "x"')
    result = drafter("unit", "use", "pack.zip")
    assert result.code == 2
    assert "reaches out of its folder" in result.err


# who gives way to whom


def test_command_line_over_user_over_unit_over_built_in_for_answers(pack, outline):
    say(pack, "[defaults]", '称呼 = "同志们、朋友们"', f"[defaults.{TEMPLATE}]", '地点 = "礼堂"')
    assert "称呼: 同志们、朋友们：" in outline(TEMPLATE)
    assert "在礼堂召开" in outline(TEMPLATE)
    mine('[defaults]\n"称呼" = "各位同事"\n')
    assert "称呼: 各位同事：" in outline(TEMPLATE)
    assert "称呼: 各位代表：" in outline(TEMPLATE, "--set", "称呼=各位代表")


def test_an_answer_for_one_template_is_not_for_others(pack, outline):
    say(pack, "[defaults]", '称呼 = "甲"', '[defaults."工作汇报"]', '称呼 = "乙"')
    assert "称呼: 甲：" in outline(TEMPLATE)
    assert "称呼: 乙：" in outline("工作汇报")


def test_user_over_unit_over_built_in_for_templates(drafter, pack, outline):
    template(pack, "summary", "单位的。")
    assert "单位的。" in outline("summary")
    template(own_pack().folder, "summary", "自己的。")
    assert "自己的。" in outline("summary")
    template(pack, "值班", "请值班。")
    rows = {
        row["id"]: row["from"] for row in json.loads(drafter("templates", "list", "--json").out)
    }
    assert (rows["summary"], rows["值班"], rows["briefing"]) == ("user", "unit", "built-in")
    assert "（your unit's）" in drafter("templates").out


def test_a_template_of_the_same_chinese_name_takes_the_place_of_drafters(pack, outline):
    template(pack, TEMPLATE, "单位的。")
    assert "单位的。" in outline(TEMPLATE)
    assert "单位的。" not in outline("speech-deployment")


def test_user_over_unit_over_built_in_for_houses(drafter, pack, footer):
    assert ">— </w:t>" in footer()
    house(pack, "gbt9704", "- {n} -")
    assert ">- </w:t>" in footer()
    house(own_pack().folder, "gbt9704", "={n}=")
    assert ">=</w:t>" in footer()
    rows = {row["name"]: row["from"] for row in json.loads(drafter("house", "list", "--json").out)}
    assert (rows["gbt9704"], rows["letter"]) == ("user", "built-in")


def test_a_users_house_lies_over_the_units_of_its_name(pack, footer):
    house(pack, "gbt9704", "- {n} -")
    (own_pack().folder / "houses").mkdir(parents=True)
    (own_pack().folder / "houses/gbt9704.toml").write_text("page_number.size_pt = 15\n", "utf-8")
    assert ">- </w:t>" in footer()


def test_a_unit_has_a_usual_house_for_documents_and_for_kinds(pack, footer):
    house(pack, "云溪", "- {n} -")
    house(pack, "总结", "={n}=")
    say(pack, 'house = "云溪"', "[houses]", '总结 = "总结"')
    assert ">- </w:t>" in footer()
    assert ">=</w:t>" in footer(source=NOTICE.replace("文种: 通知", "文种: 总结"))
    assert ">— </w:t>" in footer(source=NOTICE.replace("文种: 通知", "文种: 函"))
    assert ">— </w:t>" in footer("--house", "gbt9704")
    assert ">— </w:t>" in footer(source=NOTICE.replace("标题", "版式: gbt9704\n标题"))
    mine('house = "gbt9704"\n')
    assert ">— </w:t>" in footer()


# a pack that is broken later


def test_a_pack_that_is_gone_is_told_once_by_who_needs_it(drafter, pack):
    shutil.rmtree(pack)
    Path("a.md").write_text(NOTICE, "utf-8")
    for call in (("draft", TEMPLATE, "--no-input"), ("templates",), ("convert", "a.md")):
        result = drafter(*call, *(("-o", "a.docx") if call[0] != "templates" else ()))
        assert result.code == 2
        assert result.err == (
            f"{Path.cwd() / '云溪县府办'}: error: the unit's pack in use is not there\n"
            "  drafter unit use PATH names another, drafter unit none does without\n"
        )
    assert drafter("convert", "a.md", "--to", "text").code == 0
    assert drafter("unit", "none").code == 0
    assert drafter("templates").code == 0


def test_a_broken_unit_file_troubles_only_drafting_and_usual_houses(drafter, pack, footer):
    (pack / "unit.toml").write_text("name = \n", "utf-8")
    assert drafter("templates").code == 0
    assert ">— </w:t>" in footer("--house", "gbt9704")
    result = drafter("draft", TEMPLATE, "--no-input", "--to", "text")
    assert result.code == 2
    assert result.err.startswith(f"{pack.resolve() / 'unit.toml'}:1: error:")


def test_a_broken_template_troubles_only_who_asks_for_it(drafter, pack, outline):
    template(pack, "值班", "请值班。")
    (pack / "templates/值班/template.yaml").write_text("名称: 值班\n", "utf-8")
    outline(TEMPLATE)
    result = drafter("templates")
    assert (result.code, "cannot be used（your unit's）" in result.out) == (2, True)
    file = pack.resolve() / "templates/值班/template.yaml"
    assert drafter("draft", "值班", "--no-input").err.startswith(f"{file}:1: error: 文种")


def test_an_unreadable_note_of_the_pack_is_told(drafter, pack):
    (own_pack().folder / "unit.txt").write_bytes(b"\xff\xfe\xff")
    result = drafter("unit", "show")
    assert (result.code, "cannot be read" in result.err) == (2, True)
    assert drafter("unit", "none").code == 0


def test_the_users_folder_may_be_elsewhere(drafter, monkeypatch, tmp_path):
    monkeypatch.setenv("DRAFTER_HOME", str(tmp_path / "own"))
    template(tmp_path / "own", "值班", "请值班。")
    assert "值班" in drafter("templates").out


OURS = '[["核心号召"]]\nwords = "{}"\nsince = 2020-01-01\nverified = 2027-01-01\n'
CALL = ("动员会讲话", "--set", "政治号召=是", "--set", "日期=2026年5月1日")


def test_user_over_unit_over_built_in_for_formulations(pack, outline):
    assert "更加紧密地团结在" in outline(*CALL)
    (pack / "dated" / "号召.toml").write_text(OURS.format("拧成一股绳"), "utf-8")
    assert "让我们拧成一股绳，" in outline(*CALL)
    (own_pack().folder / "dated").mkdir(parents=True)
    (own_pack().folder / "dated" / "我.toml").write_text(OURS.format("劲往一处使"), "utf-8")
    assert "让我们劲往一处使，" in outline(*CALL)


def test_broken_formulations_trouble_only_who_wants_one(drafter, pack, outline):
    (pack / "dated" / "号召.toml").write_text("核心号召 = 1", "utf-8")
    assert "拧成" not in outline(TEMPLATE)
    result = drafter("draft", *CALL, "--no-input", "--to", "outline", "--depth", "draft")
    assert result.code == 2
    assert "号召.toml" in result.err
    assert drafter("unit", "use", "云溪县府办").code == 2
