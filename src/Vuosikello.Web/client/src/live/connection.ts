import { HubConnectionBuilder, HubConnectionState, LogLevel, type HubConnection } from "@microsoft/signalr";

const longestPause = 15_000;

/** Milliseconds before the next try: at once, then longer and longer, a little different for everybody. */
export function pauseBefore(attempt: number, chance: () => number = Math.random): number {
  if (attempt === 0) return 0;
  return Math.min(longestPause, 500 * 2 ** Math.min(attempt, 10)) * (0.5 + chance() / 2);
}

export interface Session {
  readonly hub: HubConnection;
  /** Joins, or joins again after the connection came back. */
  readonly join: () => Promise<unknown>;
  readonly onLost: () => void;
  readonly onBack: () => void;
}

export function connectTo(address: string): HubConnection {
  return new HubConnectionBuilder()
    .withUrl(address)
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: ({ previousRetryCount }) => pauseBefore(previousRetryCount) })
    .configureLogging(LogLevel.None)
    .build();
}

/** Keeps a session alive for as long as the page is open. */
export function keepAlive({ hub, join, onLost, onBack }: Session): void {
  let lost = false;
  const lose = (): void => {
    lost = true;
    onLost();
  };
  const joined = async (): Promise<void> => {
    await join();
    if (lost) onBack();
    lost = false;
  };

  const start = async (attempt: number): Promise<void> => {
    try {
      await hub.start();
      await joined();
    } catch {
      lose();
      if (hub.state === HubConnectionState.Connected) await hub.stop();
      else setTimeout(() => void start(attempt + 1), pauseBefore(attempt + 1));
    }
  };

  hub.onreconnecting(lose);
  hub.onreconnected(() => void joined().catch(() => hub.stop()));
  hub.onclose(() => {
    lose();
    setTimeout(() => void start(1), pauseBefore(1));
  });
  void start(0);
}
