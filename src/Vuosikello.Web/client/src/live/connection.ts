import { HttpTransportType, HubConnectionBuilder, HubConnectionState, LogLevel, type HubConnection } from "@microsoft/signalr";

const longestPause = 15_000;

/** After so many tries in vain the next page tries the other way. */
const triesOfOneWay = 3;
const indirect = "live-indirect";

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

/**
 * By a web socket at once: what is negotiated with one server another one, to which a balancer leads the next request, knows nothing of.
 * Where web sockets do not get through, negotiation finds another way, which then needs all requests to reach the same server.
 */
export function connectTo(address: string): HubConnection {
  const way = !isIndirect() ? { skipNegotiation: true, transport: HttpTransportType.WebSockets } : {};
  return new HubConnectionBuilder()
    .withUrl(address, way)
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: ({ previousRetryCount }) => pauseBefore(previousRetryCount) })
    .configureLogging(LogLevel.None)
    .build();
}

function isIndirect(): boolean {
  try {
    return sessionStorage.getItem(indirect) !== null;
  } catch {
    // A browser that keeps nothing for pages.
    return false;
  }
}

function tryTheOtherWay(): void {
  try {
    if (isIndirect()) sessionStorage.removeItem(indirect);
    else sessionStorage.setItem(indirect, "");
  } catch {
    // As above: the next page tries this way again.
  }
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
      if (attempt === triesOfOneWay && hub.state === HubConnectionState.Disconnected) tryTheOtherWay();
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
