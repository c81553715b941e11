const calm = 1_500;
const backShownFor = 6_000;

/** The page's words about its connection and about what changed. All texts come from the server. */
export class Status {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly live: HTMLElement) {}

  /** A blink of the connection is not worth a word. */
  lost(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.say("disconnected", this.live.dataset.disconnected ?? ""), calm);
  }

  back(): void {
    clearTimeout(this.timer);
    if (this.live.dataset.connection !== "disconnected") return;
    this.say("connected", this.live.dataset.reconnected ?? "");
    this.timer = setTimeout(() => this.say("connected", ""), backShownFor);
  }

  announce(news: readonly string[]): void {
    const place = this.live.querySelector("[data-live-news]");
    if (place && news.length > 0) place.textContent = news.join(" ");
  }

  warn(text: string): void {
    const place = this.live.querySelector<HTMLElement>("[data-live-warning]");
    if (!place) return;
    place.hidden = false;
    place.textContent = text;
  }

  private say(state: string, text: string): void {
    this.live.dataset.connection = state;
    const place = this.live.querySelector("[data-live-connection]");
    if (place) place.textContent = text;
  }
}
