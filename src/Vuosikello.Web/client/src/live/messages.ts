/** What takes a page from one state to a later one; see PagePatch.cs. */
export interface PagePatch {
  readonly from: number;
  readonly position: number;
  readonly full: boolean;
  readonly set: readonly PlacedFragment[];
  readonly remove: readonly string[];
}

export interface PlacedFragment {
  readonly id: string;
  readonly parent: string;
  readonly after: string | null;
  readonly html: string;
}

/** Who is at the page's place; see Presence.cs. */
export interface WhoIsHere {
  readonly count: number;
  readonly anonymous: number;
  readonly people: readonly PersonHere[];
}

export interface PersonHere {
  readonly name: string;
  readonly editing: readonly EditingNow[];
}

export interface EditingNow {
  readonly seat: number;
  readonly item: string;
  readonly field: string | null;
}

/** How a part of the page stands whose form is open; see ILivePage.cs. */
export interface EditorNews {
  readonly item: string;
  readonly version: number;
  readonly text: string;
}
