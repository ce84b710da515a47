import { useSplitter } from '@mantine/hooks';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreference } from '../preferences.js';
import classes from './panes.module.css';
import { DETAILS_WIDTH, LIST_WIDTH } from './widths.js';

export interface PanesProps {
  readonly list: ReactNode;
  readonly conversation: ReactNode;
  readonly details: ReactNode | null;
}

const CONVERSATION_MIN = 480;

/** The panes side by side. Their borders can be dragged or moved with the arrow keys; a double click resets; widths are kept. */
export const Panes = ({ list, conversation, details }: PanesProps) => {
  const { t } = useTranslation();
  const [listWidth, setListWidth] = usePreference('listWidth');
  const [detailsWidth, setDetailsWidth] = usePreference('detailsWidth');
  const splitter = useSplitter<HTMLDivElement>({
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
  const resets = [() => setListWidth(LIST_WIDTH.default), () => setDetailsWidth(DETAILS_WIDTH.default)];
  const labels = [t('panes.list'), t('panes.details')];
  const panes = [list, conversation, details].filter((pane) => pane !== null);

  return (
    <div ref={splitter.ref} className={classes.panes}>
      {/* eslint-disable-next-line react-hooks/refs -- The hook's own refs; its handles are made to be asked for here. */}
      {panes.map((pane, index) => (
        <Fragment key={index}>
          {index > 0 && (
            <div
              {...splitter.getHandleProps({ index: index - 1 })}
              className={classes.handle}
              aria-label={labels[index - 1]}
              onDoubleClick={resets[index - 1]}
            />
          )}
          <div className={classes.pane} style={index === 1 ? undefined : { flex: `0 1 ${index === 0 ? listWidth : detailsWidth}px` }}>
            {pane}
          </div>
        </Fragment>
      ))}
    </div>
  );
};
