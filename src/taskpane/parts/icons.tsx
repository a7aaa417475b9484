interface Props {
  readonly path: string;
}

/** 16 × 16, in the colour of the text beside it. */
function Icon({ path }: Props) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" strokeLinejoin="round" style={{ flexShrink: 0 }}>
      <path d={path} />
    </svg>
  );
}

const CIRCLE = 'M8 1.8a6.2 6.2 0 1 1 0 12.4a6.2 6.2 0 1 1 0-12.4';

export const BackIcon = () => <Icon path="M9.5 3.5 5 8l4.5 4.5" />;
export const NextIcon = () => <Icon path="M6.5 3.5 11 8l-4.5 4.5" />;
export const CloseIcon = () => <Icon path="m4 4 8 8m0-8-8 8" />;
export const ReadAgainIcon = () => <Icon path="M13.2 8a5.2 5.2 0 1 1-1.6-3.8M13.4 1.8v3h-3" />;
export const SuccessIcon = () => <Icon path={`${CIRCLE}M5.2 8.2l2 2 3.6-4`} />;
export const InfoIcon = () => <Icon path={`${CIRCLE}M8 7.4v3.6M8 5v.1`} />;
export const ErrorIcon = () => <Icon path={`${CIRCLE}M5.8 5.8l4.4 4.4m0-4.4-4.4 4.4`} />;
export const WarningIcon = () => <Icon path="M8 2.2 14.4 13.4H1.6zM8 6.4v3.2M8 11.5v.1" />;
