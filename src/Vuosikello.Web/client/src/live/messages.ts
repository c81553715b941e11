/** What takes a board from one state to a later one; see BoardPatch.cs. */
export interface BoardPatch {
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

/** Who has the year open; see BoardPresence.cs. */
export interface WhoIsHere {
  readonly count: number;
  readonly anonymous: number;
  readonly people: readonly PersonHere[];
}

export interface PersonHere {
  readonly name: string;
  readonly editing: readonly { readonly activity: string; readonly field: string | null }[];
}

/** Another's change of the activity whose form is open; see ActivityNewsroom.cs. */
export interface ActivityNews {
  readonly activity: string;
  readonly version: number;
  readonly text: string;
}
