interface Props {
  size?: 'small' | 'large';
}

/** The product's mark and name. */
export function Brand({ size = 'small' }: Props) {
  return (
    <span className={`mg-brand mg-brand--${size}`}>
      <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <rect width="32" height="32" rx="7" className="mg-brand__ground" />
        <path d="M6 23V10l6.500 8L16 13.500l3.500 4.500L26 10v13" className="mg-brand__line" />
        <circle cx="26" cy="10" r="2.600" className="mg-brand__dot" />
      </svg>
      <span className="mg-brand__name">Magnus</span>
    </span>
  );
}
