"""Every command of the window: its menu, its words, its keys and the method that does it."""

from dataclasses import dataclass

from briefer.desktop.wording import _


@dataclass(frozen=True, slots=True)
class Command:
    """`needs` is pack where it works on an open pack only; `does` names a method of the window; `also` a second key.

    The keys of one with `inside` work only while that part of the window has the focus.
    """

    words: str
    does: str
    keys: str = ""
    needs: str = ""
    also: str = ""
    inside: str = ""


_PACK, _OUTLINE = "pack", "outline"
MENUS: dict[str, tuple[Command | None, ...]] = {
    _("&File"): (
        Command(_("&New from a document type…"), "new", "Ctrl+N"),
        Command(_("&Open…"), "open_file", "Ctrl+O"),
        Command(_("Open &recent…"), "open_recent", "Ctrl+Shift+O"),
        Command(_("&Start page"), "show_start"),
        None,
        Command(_("&Save"), "save", "Ctrl+S", _PACK),
        Command(_("Save a &copy…"), "save_copy", "Ctrl+Shift+S", _PACK),
        None,
        Command(_("&Import a list file…"), "import_files", "Ctrl+I"),
        Command(_("&Export…"), "export", "Ctrl+E", _PACK),
        Command(_("&Print…"), "print_paper", "Ctrl+P", _PACK),
        Command(_("&Versions…"), "versions", "", _PACK),
        None,
        Command(_("&Close the pack"), "close_pack", "Ctrl+W", _PACK),
        Command(_("Se&ttings…"), "preferences", "Ctrl+,"),
        Command(_("&Quit"), "close", "Ctrl+Q"),
    ),
    _("&Edit"): (
        Command(_("Undo"), "undo", "Ctrl+Z", _PACK),
        Command(_("Redo"), "redo", "Ctrl+Y", _PACK, "Ctrl+Shift+Z"),
        None,
        Command(_("Cu&t"), "cut", "Ctrl+X"),
        Command(_("&Copy"), "copy", "Ctrl+C"),
        Command(_("&Paste"), "paste", "Ctrl+V"),
        Command(_("Select &all"), "select_all", "Ctrl+A"),
        None,
        Command(_("&Bold"), "bold", "Ctrl+B", _PACK),
        Command(_("&Italic"), "italic", "Ctrl+Alt+I", _PACK),
        Command(_("&List"), "list_mark", "Ctrl+Shift+L", _PACK),
        Command(_("&Quotation"), "quote", "Ctrl+Shift+Q", _PACK),
        Command(_("&To-do mark"), "todo", "Ctrl+Shift+T", _PACK),
        Command(_("&Heading"), "heading", "Ctrl+Shift+H", _PACK),
        Command(_("Paste the &words alone"), "paste_plain", "Ctrl+Shift+V", _PACK),
        None,
        Command(_("&Search the whole pack…"), "search_pack", "Ctrl+Shift+F", _PACK),
    ),
    _("&Insert"): (
        Command(_("Cite a &source…"), "cite", "Ctrl+Shift+C", _PACK),
        Command(_("Mention an &entity…"), "mention", "Ctrl+Shift+M", _PACK),
        Command(_("Show the &citation or entity"), "show_reference", "F4", _PACK),
        None,
        Command(_("Add a se&ction…"), "add_section", "Ctrl+Shift+N", _PACK),
    ),
    _("&View"): (
        Command(_("&Library"), "show_library", "Ctrl+1"),
        Command(_("&Outline"), "show_outline", "Ctrl+2", _PACK),
        Command(_("&Page"), "show_page", "Ctrl+3", _PACK),
        Command(_("&Findings"), "show_findings", "Ctrl+4", _PACK),
        None,
        Command(_("Search the &library"), "find_entity", "Ctrl+K"),
        Command(_("Search the pa&ges"), "find_on_page", "Ctrl+F", _PACK),
        Command(_("Next place found"), "next_hit", "F3", _PACK),
        Command(_("Show the paragraph on the page"), "show_on_page", "Ctrl+Shift+G", _PACK),
        Command(_("Go to page…"), "ask_page", "Ctrl+G", _PACK),
        Command(_("Small pages and contents"), "small_pages", "F9", _PACK),
        Command(_("&Text for screen readers"), "twin", "F8", _PACK),
        Command(_("Larger pages"), "larger", "Ctrl++", _PACK),
        Command(_("Smaller pages"), "smaller", "Ctrl+-", _PACK),
        Command(_("Fit the page"), "fit_page", "Ctrl+0", _PACK),
        Command(_("Next panel"), "next_panel", "F6"),
        Command(_("Former panel"), "former_panel", "Shift+F6"),
        None,
        Command(_("Colours of the system"), "theme_system"),
        Command(_("Light colours"), "theme_light"),
        Command(_("Dark colours"), "theme_dark"),
        Command(_("High contrast"), "theme_contrast"),
    ),
    _("&Library"): (
        Command(_("Add a &filter…"), "add_filter", "Ctrl+Shift+K"),
        Command(_("Add &all that was found"), "add_found", "", _PACK),
        Command(_("Save this sea&rch…"), "save_search", "Ctrl+Shift+D"),
        Command(_("All saved sea&rches…"), "all_searches"),
        None,
        Command(_("Enter a &position…"), "new_position", "Ctrl+Alt+N"),
        Command(_("Enter a &source…"), "new_source"),
        Command(_("Enter an &issue…"), "new_issue"),
        Command(_("Paste an ar&ticle…"), "paste_article", "Ctrl+Alt+V"),
    ),
    _("&Pack"): (
        Command(_("P&roperties…"), "properties", "Ctrl+Alt+P", _PACK),
        Command(_("Refresh all &facts"), "refresh", "Shift+F5", _PACK),
        Command(_("&Check now"), "check", "F7", _PACK),
        Command(_("Apply the &remedy of the finding"), "apply_fix", "Ctrl+.", _PACK),
        None,
        Command(_("Re&name the section"), "rename_section", "F2", _PACK, inside=_OUTLINE),
        Command(_("Move the section &up"), "section_up", "Alt+Up", _PACK, inside=_OUTLINE),
        Command(_("Move the section &down"), "section_down", "Alt+Down", _PACK, inside=_OUTLINE),
        Command(_("Put the section under the one &before it"), "section_in", "Alt+Right", _PACK, inside=_OUTLINE),
        Command(_("Move the section &out of the one over it"), "section_out", "Alt+Left", _PACK, inside=_OUTLINE),
        Command(_("De&lete the section"), "delete_section", "Delete", _PACK, inside=_OUTLINE),
    ),
    _("&Analysis"): (
        Command(_("&Relief table"), "show_relief", "Ctrl+Alt+1", _PACK, "Ctrl+Shift+R"),
        Command(_("&Scenario"), "show_scenario", "Ctrl+Alt+2", _PACK),
        Command(_("&Ownership"), "show_ownership", "Ctrl+Alt+3", _PACK),
        Command(_("&Positions"), "show_matrix", "Ctrl+Alt+4", _PACK),
        Command(_("&Timeline"), "show_timeline", "Ctrl+Alt+5", _PACK),
        Command(_("&Changes in the lists"), "show_changes", "Ctrl+Alt+6", _PACK),
        None,
        Command(_("P&ut the view into the pack"), "put_view", "Ctrl+Return", _PACK),
        Command(_("&Next tab"), "next_tab", "Ctrl+PgDown"),
        Command(_("&Former tab"), "former_tab", "Ctrl+PgUp"),
        Command(_("&Back to the pack"), "show_pack", "", _PACK),
    ),
    _("&Help"): (
        Command(_("&Find a command…"), "commands", "Ctrl+Shift+P"),
        Command(_("&Keyboard…"), "show_keys", "Ctrl+/"),
        Command(_("&About Briefer"), "about"),
    ),
}
