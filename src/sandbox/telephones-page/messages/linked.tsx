const ADDRESS = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g;

/** A text whose web addresses can be followed. */
export function Linked({ text }: { text: string }) {
  const addresses = text.match(ADDRESS) ?? [];
  const between = text.split(ADDRESS);
  return between.map((part, index) => {
    const address = addresses[index];
    return (
      <span key={`${index} ${part}`}>
        {part}
        {address !== undefined && (
          <a href={address} target="_blank" rel="noreferrer">
            {address}
          </a>
        )}
      </span>
    );
  });
}
