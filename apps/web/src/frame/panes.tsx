import { useSplitter } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreference } from '../preferences.js';
import classes from './panes.module.css';
import { DETAILS_WIDTH, LIST_WIDTH } from './widths.js';

export interface PanesProps {
  /** Each draws its border where it likes: inside its own landmark. */
  readonly list: (border: ReactNode) => ReactNode;
  readonly conversation: ReactNode;
  readonly details: ((border: ReactNode) => ReactNode) | null;
}

const CONVERSATION_MIN = 480;

/** The panes side by side. Their borders can be dragged or moved with the arrow keys; a double click resets; widths are kept. */
export const Panes = ({ list, conversation, details }: PanesProps) => {
  const { t } = useTranslation();
  const [listWidth, setListWidth] = usePreference('listWidth');
  const [detailsWidth, setDetailsWidth] = usePreference('detailsWidth');
  const { ref, getHandleProps } = useSplitter<HTMLDivElement>({
    panels: [
      { defaultSize: `${LIST_WIDTH.default}px`, min: `${LIST_WIDTH.min}px`, max: `${LIST_WIDTH.max}px` },
      { defaultSize: '100%', min: `${CONVERSATION_MIN}px` },
      ...(details
        ? [{ defaultSize: `${DETAILS_WIDTH.default}px`, min: `${DETAILS_WIDTH.min}px`, max: `${DETAILS_WIDTH.max}px` } as const]
        : []),
    ],
    sizes: [`${listWidth}px`, '100%', ...(details ? [`${detailsWidth}px` as const] : [])],
    onSizeChange: ([first, , third]) => {
      setListWidth(Math.round(parseFloat(String(first))));
      if (third !== undefined) setDetailsWidth(Math.round(parseFloat(String(third))));
    },
    resetOnDoubleClick: false,
    step: '16px',
    shiftStep: '64px',
  });
  const border = (index: 0 | 1, label: string, reset: () => void) => (
    <div
      {...getHandleProps({ index })}
      className={classes.border}
      data-side={index === 0 ? 'right' : 'left'}
      aria-label={label}
      onDoubleClick={reset}
    />
  );

  return (
    <div ref={ref} className={classes.panes}>
      <div className={classes.pane} style={{ flex: `0 1 ${listWidth}px` }}>
        {list(border(0, t('panes.list'), () => setListWidth(LIST_WIDTH.default)))}
      </div>
      <div className={classes.pane}>{conversation}</div>
      {details && (
        <div className={classes.pane} style={{ flex: `0 1 ${detailsWidth}px` }}>
          {details(border(1, t('panes.details'), () => setDetailsWidth(DETAILS_WIDTH.default)))}
        </div>
      )}
    </div>
  );
};
