import { ActionIcon, Modal } from '@mantine/core';
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { type PointerEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './image-viewer.module.css';

const LARGEST = 5;
const STEP = 1.25;

export interface ImageViewerProps {
  readonly url: string;
  readonly name: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}

const FITTED = { scale: 1, x: 0, y: 0 };

/** The whole picture: wheel, + and - enlarge up to five times, dragging moves it. */
export const ImageViewer = ({ url, name, opened, onClose }: ImageViewerProps) => {
  const { t } = useTranslation();
  const [place, setPlace] = useState(FITTED);

  const zoom = (factor: number) =>
    setPlace((now) => {
      const scale = Math.min(LARGEST, Math.max(1, now.scale * factor));
      return scale === 1 ? FITTED : { scale, x: (now.x * scale) / now.scale, y: (now.y * scale) / now.scale };
    });
  const drag = (event: PointerEvent) => {
    if (event.buttons === 1)
      setPlace((now) => (now.scale === 1 ? now : { ...now, x: now.x + event.movementX, y: now.y + event.movementY }));
  };
  const close = () => {
    setPlace(FITTED);
    onClose();
  };

  return (
    <Modal
      opened={opened}
      onClose={close}
      size="90vw"
      title={name}
      closeButtonProps={{ 'aria-label': t('image.close') }}
      classNames={{ body: classes.body }}
    >
      <div className={classes.tools}>
        <ActionIcon onClick={() => zoom(1 / STEP)} disabled={place.scale === 1} aria-label={t('image.zoomOut')}>
          <IconZoomOut size={18} />
        </ActionIcon>
        <ActionIcon onClick={() => zoom(STEP)} disabled={place.scale === LARGEST} aria-label={t('image.zoomIn')}>
          <IconZoomIn size={18} />
        </ActionIcon>
      </div>
      <div className={classes.stage} onWheel={(event) => zoom(event.deltaY < 0 ? STEP : 1 / STEP)} onPointerMove={drag}>
        <img
          src={url}
          alt={name}
          draggable={false}
          className={classes.picture}
          style={{ transform: `translate(${place.x}px, ${place.y}px) scale(${place.scale})` }}
        />
      </div>
    </Modal>
  );
};
