"""Every command of the window: its menu, its words, its keys and the method that does it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """`needs` is pack where it works on an open pack only; `does` names a method of the window."""

    words: str
    does: str
    keys: str = ""
    needs: str = ""


_PACK = "pack"
MENUS: dict[str, tuple[Command | None, ...]] = {
    "&File": (
        Command("&New from a document type…", "new", "Ctrl+N"),
        Command("&Open…", "open_file", "Ctrl+O"),
        Command("&Start page", "show_start"),
        None,
        Command("&Save", "save", "Ctrl+S", _PACK),
        Command("Save a &copy…", "save_copy", "Ctrl+Shift+S", _PACK),
        None,
        Command("&Import a list file…", "import_files", "Ctrl+I"),
        Command("&Export…", "export", "Ctrl+E", _PACK),
        None,
        Command("&Close the pack", "close_pack", "Ctrl+W", _PACK),
        Command("&Quit", "close", "Ctrl+Q"),
    ),
    "&Edit": (
        Command("Undo", "undo", "Ctrl+Z", _PACK),
        Command("Redo", "redo", "Ctrl+Y", _PACK),
        None,
        Command("&Bold", "bold", "Ctrl+B", _PACK),
        Command("&Italic", "italic", "Ctrl+Alt+I", _PACK),
        Command("&List", "list_mark", "Ctrl+Shift+L", _PACK),
        Command("&Quotation", "quote", "Ctrl+Shift+Q", _PACK),
        Command("&To-do mark", "todo", "Ctrl+Shift+T", _PACK),
    ),
    "&Insert": (
        Command("Cite a &source…", "cite", "", _PACK),
        Command("Mention an &entity…", "mention", "", _PACK),
        None,
        Command("Add a se&ction…", "add_section", "Ctrl+Shift+N", _PACK),
    ),
    "&View": (
        Command("&Library", "show_library", "Ctrl+1"),
        Command("&Outline", "show_outline", "Ctrl+2", _PACK),
        Command("&Page", "show_page", "Ctrl+3", _PACK),
        Command("&Findings", "show_findings", "Ctrl+4", _PACK),
        None,
        Command("Search the &library", "find_entity", "Ctrl+K"),
        Command("Search the pa&ges", "find_on_page", "Ctrl+F", _PACK),
        Command("&Text for screen readers", "twin", "F8", _PACK),
        Command("Larger pages", "larger", "Ctrl++", _PACK),
        Command("Smaller pages", "smaller", "Ctrl+-", _PACK),
        Command("Next panel", "next_panel", "F6"),
        None,
        Command("Colours of the system", "theme_system"),
        Command("Light colours", "theme_light"),
        Command("Dark colours", "theme_dark"),
        Command("High contrast", "theme_contrast"),
    ),
    "&Pack": (
        Command("P&roperties…", "properties", "Ctrl+Alt+P", _PACK),
        Command("Refresh all &facts", "refresh", "Shift+F5", _PACK),
        Command("&Check now", "check", "F7", _PACK),
    ),
    "&Analysis": (
        Command("&Relief table", "show_relief", "Ctrl+Shift+R", _PACK),
        Command("&Back to the pack", "show_pack", "", _PACK),
    ),
    "&Help": (
        Command("&Find a command…", "commands", "Ctrl+Shift+P"),
        Command("&About Briefer", "about"),
    ),
}
