// electron.Menu, electron.MenuItem: the tree, not its drawing.
const ROLES = new Set(
  `undo redo cut copy paste pasteAndMatchStyle delete selectAll reload forceReload toggleDevTools resetZoom zoomIn zoomOut
  togglefullscreen window minimize close help about services hide hideOthers unhide quit front zoom appMenu fileMenu editMenu
  viewMenu windowMenu shareMenu recentDocuments clearRecentDocuments`.split(/\s+/),
);

export class MenuItem {
  constructor(options) {
    const { role, label, type, submenu } = options;
    if (role !== undefined && !ROLES.has(role)) throw new Error(`electron double: no menu role ${role}`);
    if (!role && !label && type !== 'separator') throw new Error('electron double: a menu item needs a label or a role');
    Object.assign(this, { enabled: true, visible: true, checked: false, ...options });
    this.type = type ?? (submenu ? 'submenu' : 'normal');
    this.label = label ?? role ?? '';
    if (Array.isArray(submenu)) this.submenu = Menu.buildFromTemplate(submenu);
  }
}

export class Menu {
  static #application = null;
  items = [];
  static buildFromTemplate(template) {
    const menu = new Menu();
    for (const options of template) menu.append(new MenuItem(options));
    return menu;
  }
  static setApplicationMenu(menu) {
    Menu.#application = menu;
  }
  static getApplicationMenu() {
    return Menu.#application;
  }
  append(item) {
    this.items.push(item);
  }
  getMenuItemById(id) {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
}
